namespace LinkGraph.Model.Records;

/// <summary>What a column of a mapped source holds, and with it how two values of it are compared when they differ.</summary>
public enum AttributeKind
{
    /// <summary>A name of a person, a place or a thing: a few words.</summary>
    Name,

    /// <summary>Free text of some words.</summary>
    Text,

    /// <summary>One of a limited number of words, perhaps cut short.</summary>
    Category,

    /// <summary>A postcode, a number plate, a part number: its first signs say most.</summary>
    Code,

    /// <summary>A date: year, month and day.</summary>
    Date,

    /// <summary>A year, of four digits or two.</summary>
    Year,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A time that something takes, in whole seconds.</summary>
    Duration,
}

using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>A date from fields, which replace those of a date that may be given to start from.</summary>
internal static class DateBuilder
{
    /// <summary>Ways to say a day of a year, which do not mix.</summary>
    private static readonly (string Group, string[] Fields)[] Groups =
    [
        ("calendar", ["month", "day"]), ("week", ["week", "dayOfWeek"]), ("quarter", ["quarter", "dayOfQuarter"]), ("ordinal", ["ordinalDay"]),
    ];

    /// <param name="fields">What is given.</param>
    /// <param name="start">What holds where nothing is given; without it larger units are needed for smaller ones.</param>
    /// <param name="whole">Whether the day must be given in full, because a time of day follows.</param>
    public static Date Build(TemporalFields fields, Date? start, bool whole = false)
    {
        var group = Group(fields);
        if (start is null)
        {
            Require(fields, whole, group);
        }

        return TemporalErrors.Argument(() => group switch
        {
            "week" => Week(fields, start),
            "quarter" => Quarter(fields, start),
            "ordinal" => Date.OfOrdinal(fields.Integer("year") ?? start!.Value.Year, fields.Integer("ordinalDay")!.Value),
            _ => Calendar(fields, start),
        });
    }

    private static string Group(TemporalFields fields)
    {
        string? found = null;
        foreach (var (group, names) in Groups)
        {
            foreach (var name in names)
            {
                if (fields.Has(name))
                {
                    found = found is null || found == group ? group : throw CypherErrors.Type($"Cannot assign {name} to {found} date.");
                }
            }
        }

        return found ?? "calendar";
    }

    private static void Require(TemporalFields fields, bool whole, string group)
    {
        if (!fields.Has("year"))
        {
            throw CypherErrors.Argument("year must be specified");
        }

        (string Larger, string Smaller) = group switch
        {
            "calendar" => ("month", "day"),
            "week" => ("week", "dayOfWeek"),
            "quarter" => ("quarter", "dayOfQuarter"),
            _ => ("ordinalDay", "ordinalDay"),
        };
        if (whole && fields.Has("year") && (!fields.Has(Larger) || !fields.Has(Smaller)))
        {
            throw CypherErrors.Argument($"{(fields.Has(Larger) ? Smaller : Larger)} must be specified");
        }

        if (fields.Has(Smaller) && !fields.Has(Larger))
        {
            throw CypherErrors.Argument($"{Smaller} cannot be specified without {Larger}");
        }
    }

    private static Date Calendar(TemporalFields fields, Date? start)
    {
        var year = fields.Integer("year") ?? start!.Value.Year;
        var month = fields.Integer("month") ?? start?.Month ?? 1;
        if (fields.Integer("day") is { } day)
        {
            return Date.Of(year, month, day);
        }

        // A day that was not asked for gives way to a shorter month.
        var first = Date.Of(year, month, 1);
        return start is null ? first : first.PlusDays(Math.Min(start.Value.Day, Date.DaysInMonth(first.Year, first.Month)) - 1);
    }

    private static Date Week(TemporalFields fields, Date? start)
    {
        var year = fields.Integer("year") ?? start!.Value.WeekYear;
        var week = fields.Integer("week") ?? (start is { } date ? Math.Min(date.Week, Date.WeeksInYear((int)year)) : 1);
        return Date.OfWeek(year, week, fields.Integer("dayOfWeek") ?? start?.DayOfWeek ?? 1);
    }

    private static Date Quarter(TemporalFields fields, Date? start)
    {
        var year = fields.Integer("year") ?? start!.Value.Year;
        var quarter = fields.Integer("quarter") ?? start?.Quarter ?? 1;
        if (fields.Integer("dayOfQuarter") is { } day)
        {
            return Date.OfQuarter(year, quarter, day);
        }

        var first = Date.OfQuarter(year, quarter, 1);
        if (start is not { } date)
        {
            return first;
        }

        var month = first.PlusMonths((date.Month - 1) % 3);
        return month.PlusDays(Math.Min(date.Day, Date.DaysInMonth(month.Year, month.Month)) - 1);
    }
}

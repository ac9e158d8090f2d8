namespace LinkGraph.Model.Records;

/// <summary>Keys under which a misspelt word is still found.</summary>
public static class WordKeys
{
    private const int MostSounds = 8;

    /// <summary>The first letter, and the consonants from there on by how they sound, alike ones as one: vowels and doubled letters are what people spell differently.</summary>
    /// <param name="word">In lower case, not empty.</param>
    public static string Sound(string word)
    {
        Span<char> sound = stackalloc char[MostSounds];
        var length = 0;
        var last = '\0';
        foreach (var letter in word)
        {
            var group = GroupOf(letter);
            if (group != '\0' && group != last && length < sound.Length)
                sound[length++] = group;
            last = group;
        }
        return string.Concat(word.AsSpan(0, 1), sound[..length]);
    }

    private static char GroupOf(char letter) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' => '\0',
        'b' or 'p' or 'f' or 'v' => 'p',
        'c' or 'k' or 'q' or 'g' or 'j' => 'k',
        's' or 'z' or 'x' => 's',
        'd' or 't' => 't',
        'm' or 'n' => 'm',
        _ => letter,
    };
}

namespace LinkGraph.Ingestion.Validation;

/// <summary>RFC 3339 times.</summary>
internal static class TimeText
{
    private static readonly long Earliest = DateTime.UnixEpoch.Ticks;

    /// <summary>UTC ticks of a time. False for what is not RFC 3339, for days and hours that do not exist, and for years before 1970.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || (text[10] | 0x20) is not ('t' or ' ') || text[13] != ':' || text[16] != ':'
            || !TryDigits(text[..4], out int year) || !TryDigits(text.Slice(5, 2), out int month) || !TryDigits(text.Slice(8, 2), out int day)
            || !TryDigits(text.Slice(11, 2), out int hour) || !TryDigits(text.Slice(14, 2), out int minute)
            || !TryDigits(text.Slice(17, 2), out int second))
        {
            return false;
        }
        if (year < 1969 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }
        ReadOnlySpan<byte> rest = text[19..];
        if (!TryFraction(ref rest, out long fraction) || !TryOffset(rest, out int offsetMinutes))
        {
            return false;
        }
        ticks = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc).Ticks
            + (second * TimeSpan.TicksPerSecond) + fraction - (offsetMinutes * TimeSpan.TicksPerMinute);
        bool leap = second == 60;
        bool inRange = ticks >= Earliest && ticks <= DateTime.MaxValue.Ticks;
        return inRange && (!leap || ticks / TimeSpan.TicksPerSecond % 86400 == 0);
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte b in text)
        {
            int digit = b - '0';
            if ((uint)digit > 9)
            {
                return false;
            }
            value = (value * 10) + digit;
        }
        return true;
    }

    /// <summary>Digits beyond a tick (100 ns) are cut off.</summary>
    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest[0] != '.')
        {
            return true;
        }
        int length = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length <= 0)
        {
            return false;
        }
        for (int i = 1; i <= 7; i++)
        {
            ticks = (ticks * 10) + (i <= length ? rest[i] - '0' : 0);
        }
        rest = rest[(length + 1)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out int minutes)
    {
        minutes = 0;
        if (rest.Length == 1)
        {
            return (rest[0] | 0x20) == 'z';
        }
        if (rest.Length != 6 || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':'
            || !TryDigits(rest.Slice(1, 2), out int hour) || !TryDigits(rest.Slice(4, 2), out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }
        minutes = ((hour * 60) + minute) * (rest[0] == '-' ? -1 : 1);
        return true;
    }
}

using System.Runtime.InteropServices;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Journal;

/// <summary>Writes what can be a property.</summary>
internal static class ValueWriter
{
    public static void Write(this BinaryWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                writer.Write((byte)ValueCode.Null);
                break;
            case ValueKind.Boolean:
                writer.Write((byte)(value.IsTrue ? ValueCode.True : ValueCode.False));
                break;
            case ValueKind.Integer:
                writer.WriteInteger(ValueCode.Integer, value.AsInteger());
                break;
            case ValueKind.Float:
                writer.Write((byte)ValueCode.Float);
                writer.Write(value.AsFloat());
                break;
            case ValueKind.String:
                writer.WriteText(value.AsString());
                break;
            case ValueKind.List:
                writer.WriteInteger(ValueCode.List, value.AsList().Length);
                foreach (var item in value.AsList())
                {
                    writer.Write(item);
                }

                break;
            case ValueKind.Bytes:
                writer.WriteInteger(ValueCode.Bytes, value.AsBytes().Length);
                writer.Write(value.AsBytes());
                break;
            default:
                writer.WriteTemporalOrPoint(value);
                break;
        }
    }

    private static void WriteTemporalOrPoint(this BinaryWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                writer.WriteInteger(ValueCode.Date, value.AsDate().EpochDay);
                break;
            case ValueKind.LocalTime:
                writer.WriteInteger(ValueCode.LocalTime, value.AsLocalTime().NanosOfDay);
                break;
            case ValueKind.Time:
                writer.WriteInteger(ValueCode.Time, value.AsTime().Local.NanosOfDay);
                writer.Write7BitEncodedInt(value.AsTime().OffsetSeconds);
                break;
            case ValueKind.LocalDateTime:
                writer.WriteInteger(ValueCode.LocalDateTime, value.AsLocalDateTime().EpochSecond);
                writer.Write7BitEncodedInt(value.AsLocalDateTime().Nano);
                break;
            case ValueKind.ZonedDateTime:
                writer.WriteDateTime(value.AsZonedDateTime());
                break;
            case ValueKind.Duration:
                var duration = value.AsDuration();
                writer.WriteInteger(ValueCode.Duration, duration.Months);
                writer.Write7BitEncodedInt64(duration.Days);
                writer.Write7BitEncodedInt64(duration.Seconds);
                writer.Write7BitEncodedInt64(duration.Nanos);
                break;
            case ValueKind.Point:
                var point = value.AsPoint();
                writer.WriteInteger(ValueCode.Point, point.Srid);
                writer.Write(point.X);
                writer.Write(point.Y);
                writer.Write(point.Z);
                break;
            default:
                throw new InvalidOperationException($"A value of kind {value.Kind} cannot be stored.");
        }
    }

    private static void WriteDateTime(this BinaryWriter writer, ZonedDateTime value)
    {
        writer.WriteInteger(value.Zone.Id is null ? ValueCode.OffsetDateTime : ValueCode.ZonedDateTime, value.EpochSecond);
        writer.Write7BitEncodedInt(value.Nano);
        if (value.Zone.Id is { } id)
        {
            writer.Write(id);
        }
        else
        {
            writer.Write7BitEncodedInt(value.OffsetSeconds);
        }
    }

    private static void WriteText(this BinaryWriter writer, string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            writer.WriteInteger(ValueCode.WideString, text.Length);
            writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        }
        else
        {
            writer.Write((byte)ValueCode.String);
            writer.Write(text);
        }
    }

    private static void WriteInteger(this BinaryWriter writer, ValueCode code, long number)
    {
        writer.Write((byte)code);
        writer.Write7BitEncodedInt64(number);
    }
}

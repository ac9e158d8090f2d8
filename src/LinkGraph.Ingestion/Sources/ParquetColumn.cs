using Parquet;
using Parquet.Schema;

namespace LinkGraph.Ingestion.Sources;

/// <summary>The values of one column in one row group.</summary>
internal abstract class ParquetColumn
{
    private static readonly Dictionary<Type, Func<ParquetRowGroupReader, DataField, CancellationToken, ValueTask<ParquetColumn>>> Readers = new()
    {
        [typeof(ReadOnlyMemory<char>)] = ReadTextAsync,
        [typeof(ReadOnlyMemory<byte>)] = ReadBytesAsync,
        [typeof(string)] = ReadTextAsync,
        [typeof(byte[])] = ReadBytesAsync,
        [typeof(int)] = ReadAsync<int>,
        [typeof(long)] = ReadAsync<long>,
        [typeof(short)] = ReadAsync<short>,
        [typeof(sbyte)] = ReadAsync<sbyte>,
        [typeof(byte)] = ReadAsync<byte>,
        [typeof(ushort)] = ReadAsync<ushort>,
        [typeof(uint)] = ReadAsync<uint>,
        [typeof(ulong)] = ReadAsync<ulong>,
        [typeof(float)] = ReadAsync<float>,
        [typeof(double)] = ReadAsync<double>,
        [typeof(decimal)] = ReadAsync<decimal>,
        [typeof(DateTime)] = ReadAsync<DateTime>,
        [typeof(Guid)] = ReadAsync<Guid>,
    };

    public static bool CanRead(DataField column) => Readers.ContainsKey(column.ClrType);

    public static ValueTask<ParquetColumn> ReadAsync(ParquetRowGroupReader rows, DataField column, CancellationToken cancellationToken) =>
        Readers[column.ClrType](rows, column, cancellationToken);

    /// <summary>Adds the value of a row to the window's row at hand; a null adds nothing.</summary>
    public abstract void CopyTo(FieldWindowBuilder builder, int field, int row);

    private static async ValueTask<ParquetColumn> ReadTextAsync(ParquetRowGroupReader rows, DataField column, CancellationToken cancellationToken)
    {
        string?[] values = new string?[rows.RowCount];
        await rows.ReadAsync(column, values.AsMemory()!, null, cancellationToken);
        return new Text(values);
    }

    private static async ValueTask<ParquetColumn> ReadBytesAsync(ParquetRowGroupReader rows, DataField column, CancellationToken cancellationToken)
    {
        byte[]?[] values = new byte[]?[rows.RowCount];
        await rows.ReadAsync(column, values.AsMemory()!, null, cancellationToken);
        return new Bytes(values);
    }

    private static async ValueTask<ParquetColumn> ReadAsync<T>(ParquetRowGroupReader rows, DataField column, CancellationToken cancellationToken)
        where T : struct
    {
        T?[] values = new T?[rows.RowCount];
        if (column.IsNullable)
        {
            await rows.ReadAsync(column, values.AsMemory(), null, cancellationToken);
        }
        else
        {
            T[] present = new T[rows.RowCount];
            await rows.ReadAsync(column, present.AsMemory(), null, cancellationToken);
            for (int i = 0; i < present.Length; i++)
            {
                values[i] = present[i];
            }
        }
        return new Values<T>(values);
    }

    private sealed class Text(string?[] values) : ParquetColumn
    {
        public override void CopyTo(FieldWindowBuilder builder, int field, int row)
        {
            switch (values[row])
            {
                case null:
                    break;
                // The library puts U+FFFD where the bytes were no UTF-8: one that was written cannot be told from those.
                case { } text when text.Contains('\uFFFD'):
                    builder.SetNotUnicode(field);
                    break;
                case { } text:
                    builder.Set(field, text);
                    break;
            }
        }
    }

    private sealed class Bytes(byte[]?[] values) : ParquetColumn
    {
        public override void CopyTo(FieldWindowBuilder builder, int field, int row)
        {
            if (values[row] is { } utf8)
            {
                builder.Set(field, (ReadOnlySpan<byte>)utf8);
            }
        }
    }

    private sealed class Values<T>(T?[] values) : ParquetColumn
        where T : struct
    {
        public override void CopyTo(FieldWindowBuilder builder, int field, int row)
        {
            if (values[row] is { } value)
            {
                ValueText.Set(builder, field, value);
            }
        }
    }
}

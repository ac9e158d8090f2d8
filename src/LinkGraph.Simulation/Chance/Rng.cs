using System.Numerics;
using System.Runtime.CompilerServices;

namespace LinkGraph.Simulation.Chance;

/// <summary>
/// xoshiro256** seeded by splitmix64. Our own, so that a seed means the same world on every machine and every version of .NET: whole
/// numbers, and of floating point only operations that IEEE 754 defines to the bit. Not safe for use by two threads at once.
/// </summary>
internal sealed class Rng
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _a, _b, _c, _d;

    public Rng(ulong seed)
    {
        _a = Mix(seed += Golden);
        _b = Mix(seed += Golden);
        _c = Mix(seed += Golden);
        _d = Mix(seed + Golden);
    }

    /// <summary>A generator of its own for each topic and number: what one draws never shifts what another does.</summary>
    public static Rng For(ulong seed, string topic, long number = 0)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in topic)
            hash = (hash ^ letter) * 0x100000001B3;
        return new Rng(Mix(Mix(Mix(seed + Golden) ^ hash) + ((ulong)number * Golden)));
    }

    /// <summary>The finaliser of splitmix64: one to one on 64 bits.</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>0 (inclusive) to 1 (exclusive).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, both ends included.</summary>
    public int Int(int low, int high) => low + (int)Below((ulong)(high - low + 1));

    /// <summary>A whole number from 0, smaller than <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Below(ulong count) => Math.BigMul(Next(), count, out _);

    /// <summary>A number between a third and two thirds of the one given (7 or more), that shares no factor with it.</summary>
    public ulong CoprimeTo(ulong number)
    {
        for (; ; )
        {
            var candidate = (number / 3) + Below(number / 3);
            var (a, b) = (number, candidate);
            while (b > 0)
                (a, b) = (b, a % b);
            if (a == 1)
                return candidate;
        }
    }

    public bool Chance(double probability) => Unit() < probability;

    public double In(Interval interval) => interval.Low + (Unit() * (interval.High - interval.Low));

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)Below((ulong)items.Count)];

    public T Pick<T>(T[] items) => items[Below((ulong)items.Length)];

    /// <summary>A time between the two, in seconds.</summary>
    public long Time(long from, long to) => to <= from ? from : from + (long)Below((ulong)(to - from));

    /// <summary>Normal to within what a sum of twelve uniform numbers is (never beyond six).</summary>
    public double Gauss()
    {
        long sum = 0;
        for (var i = 0; i < 3; i++)
        {
            var bits = Next();
            sum += (long)((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48));
        }
        return ((sum + 6) / 65536.0) - 6;
    }

    public double LogNormal(double median, double sigma) => median * PortableMath.Exp(sigma * Gauss());

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)Below((ulong)i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

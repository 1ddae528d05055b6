using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rushes.Providers.Animatic.Compositing;

/// <summary>
/// The inner loops: mix neighbouring pixels along a row, mix two such rows, lay the result over the picture. Every step is integer arithmetic with the
/// same roundings in both forms, so machines without AVX2 film the very same pixels.
/// </summary>
/// <remarks>
/// Mixed rows hold 64 times a pixel in 16 bits. All counts are multiples of 16. The loops are compiled for this processor's vectors at their first call: what is
/// compiled beforehand leaves them out, and the first scene would be filmed by the slow draft.
/// </remarks>
internal static unsafe class PixelRows
{
    private const int Shift = 6;
    private const short Rounding = 1 << (Shift - 1);

    /// <summary>Mixes neighbours: columns <paramref name="from"/> to <paramref name="until"/> of the table, into the same columns of <paramref name="mixed"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mix(byte* row, ColumnTable table, int from, int until, short* mixed, bool vectors)
    {
        fixed (int* bases = table.Bases)
        fixed (byte* offsets = table.Offsets)
        fixed (sbyte* weights = table.Weights)
        {
            if (vectors)
            {
                for (var x = from; x < until; x += 16)
                {
                    var pixels = Vector256.Create(Vector128.Load(row + bases[x / 8]), Vector128.Load(row + bases[x / 8 + 1]));
                    var pairs = Avx2.Shuffle(pixels, Vector256.Load(offsets + x * 2));
                    Avx2.MultiplyAddAdjacent(pairs, Vector256.Load(weights + x * 2)).Store(mixed + x);
                }

                return;
            }

            for (var x = from; x < until; x++)
            {
                var pair = row + bases[x / 8] + offsets[x * 2];
                mixed[x] = (short)(pair[0] * weights[x * 2] + pair[1] * weights[x * 2 + 1]);
            }
        }
    }

    /// <summary>Writes a row that hides what is under it.</summary>
    /// <param name="lower">How much of the lower row, 0 to 32,767.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cover(short* top, short* bottom, short lower, byte* under, int from, int until, bool vectors)
    {
        if (vectors)
        {
            var weight = Vector256.Create(lower);
            for (var x = from; x < until; x += 16)
                StoreBytes(Between(top + x, bottom + x, weight), under + x);
            return;
        }

        for (var x = from; x < until; x++)
            under[x] = ToByte(Between(top[x], bottom[x], lower));
    }

    /// <summary>Lays a row over the picture by its alpha and the opacity.</summary>
    /// <param name="opacity">0 to 32,767; the latter is full.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blend(RowPair colour, RowPair alpha, short lower, short opacity, byte* under, int from, int until, bool vectors)
    {
        if (vectors)
        {
            var weight = Vector256.Create(lower);
            var faded = Vector256.Create(opacity);
            for (var x = from; x < until; x += 16)
            {
                var a = Between(alpha.Top + x, alpha.Bottom + x, weight);
                if (a == Vector256<short>.Zero)
                    continue;
                var c = Between(colour.Top + x, colour.Bottom + x, weight);
                if (opacity != short.MaxValue)
                {
                    a = Avx2.MultiplyHighRoundScale(a, faded);
                    c = Avx2.MultiplyHighRoundScale(c, faded);
                }

                var d = Avx2.ShiftLeftLogical(Avx2.ConvertToVector256Int16(Vector128.Load(under + x)), Shift);
                var hidden = Avx2.MultiplyHighRoundScale(d, Avx2.Add(Avx2.ShiftLeftLogical(a, 1), Avx2.ShiftRightLogical(a, 7)));
                StoreBytes(Avx2.Subtract(Avx2.Add(d, c), hidden), under + x);
            }

            return;
        }

        for (var x = from; x < until; x++)
        {
            var a = Between(alpha.Top[x], alpha.Bottom[x], lower);
            var c = Between(colour.Top[x], colour.Bottom[x], lower);
            if (opacity != short.MaxValue)
                (a, c) = (Scale(a, opacity), Scale(c, opacity));
            var d = under[x] << Shift;
            under[x] = ToByte(d + c - Scale(d, a * 2 + (a >> 7)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Between(short* top, short* bottom, Vector256<short> lower)
    {
        var upper = Vector256.Load(top);
        return Avx2.Add(upper, Avx2.MultiplyHighRoundScale(Avx2.Subtract(Vector256.Load(bottom), upper), lower));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreBytes(Vector256<short> mixed, byte* to)
    {
        var whole = Avx2.ShiftRightArithmetic(Avx2.Add(mixed, Vector256.Create(Rounding)), Shift);
        Vector128.Store(Sse2.PackUnsignedSaturate(whole.GetLower(), whole.GetUpper()), to);
    }

    private static int Between(int top, int bottom, int lower) => top + Scale(bottom - top, lower);

    /// <summary>What the processor's rounding 15-bit multiplication gives.</summary>
    private static int Scale(int value, int by) => (value * by + (1 << 14)) >> 15;

    private static byte ToByte(int mixed) => (byte)Math.Clamp((mixed + Rounding) >> Shift, 0, 255);
}

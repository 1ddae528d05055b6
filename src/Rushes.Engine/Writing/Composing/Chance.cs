using System.Text;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Repeatable choices: the same seed and texts always choose alike, on every machine and version (SplitMix64).</summary>
internal sealed class Chance
{
    private ulong _state;

    public Chance(long seed, params ReadOnlySpan<string> about)
    {
        // FNV-1a, since string.GetHashCode differs from run to run.
        var hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (var text in about)
        {
            foreach (var one in Encoding.UTF8.GetBytes(text))
                hash = (hash ^ one) * 1099511628211UL;
            hash = (hash ^ 0x1F) * 1099511628211UL;
        }

        _state = hash;
    }

    /// <summary>What a variant of a brief chooses: each variant otherwise, and each style and template.</summary>
    public static Chance Of(Brief brief, int variant, params ReadOnlySpan<string> about) =>
        new(brief.Seed + (variant * 7919L), [.. about, brief.Style, brief.Template ?? ""]);

    private Chance(ulong state) => _state = state;

    /// <summary>Another that will choose as this one does from here on.</summary>
    public Chance Copy() => new(_state);

    public double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public int Below(int count) => (int)(Next() * count);

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>The list in a new order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> list)
    {
        var shuffled = list.ToList();
        for (var i = shuffled.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}

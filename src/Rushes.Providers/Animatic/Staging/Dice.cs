using System.Text;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Chance that always falls the same way: a number for every question, from the seed and the question's name alone.</summary>
internal readonly record struct Dice(ulong Seed)
{
    public static Dice Of(params IEnumerable<object?> facts) =>
        new(facts.Aggregate(14695981039346656037UL, (hash, fact) => Hash(hash, FormattableString.Invariant($"{fact}|"))));

    /// <summary>0 up to but not including 1.</summary>
    public double Roll(string question) => (Mix(Hash(Seed, question)) >> 11) * (1.0 / (1UL << 53));

    public double Between(string question, double least, double most) => least + (most - least) * Roll(question);

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Choose(string question, int count) => Math.Min(count - 1, (int)(Roll(question) * count));

    public bool Heads(string question) => Roll(question) < 0.5;

    // FNV-1a, then the finish of SplitMix64, which spreads it.
    private static ulong Hash(ulong from, string text)
    {
        foreach (var letter in Encoding.UTF8.GetBytes(text))
            from = (from ^ letter) * 1099511628211UL;
        return from;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9UL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebUL;
        return value ^ (value >> 31);
    }
}

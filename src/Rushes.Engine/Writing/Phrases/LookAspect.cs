namespace Rushes.Engine.Writing.Phrases;

/// <summary>A side of somebody's looks that is said but once: the coat, the hair, the clothes.</summary>
/// <param name="Id">Its name in the data.</param>
/// <param name="Words">The words that show it, in lower case: "hair", "braids"; "tóc", "mái tóc".</param>
/// <param name="Kinds">The kinds that have it (person, animal, robot, creature); null for all.</param>
/// <param name="Lead">What stands before it where an identity tells what is worn: "in", "mặc".</param>
/// <param name="IsWorn">It is put on, not grown.</param>
/// <param name="IsBare">Its word tells something alone: "a beard" does, "eyes" do not.</param>
/// <param name="Gender">The gender of a person who has it, where the lexicon only guesses.</param>
public sealed record LookAspect(
    string Id,
    IReadOnlyList<string> Words,
    IReadOnlyList<string>? Kinds = null,
    string Lead = "",
    bool IsWorn = false,
    bool IsBare = false,
    string? Gender = null)
{
    /// <summary>The aspect that a colour alone shows of an animal.</summary>
    public const string Coat = "coat";

    /// <summary>The aspect that a colour alone shows of a person who wears it: "in black".</summary>
    public const string Clothes = "clothes";

    public bool Suits(string kind) => Kinds is null || Kinds.Contains(kind);
}

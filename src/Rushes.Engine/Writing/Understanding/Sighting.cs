using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>A known word in a sentence: where it starts, how many words it takes, and what is known of it.</summary>
internal sealed record Sighting(int Start, int Length, string Text, LexiconEntry? Entry, PlaceEntry? Place)
{
    public int End => Start + Length;

    public bool IsSomebody => Entry?.Kind is "person" or "animal" or "robot" or "creature";

    public bool IsThing => Entry?.Kind is "thing" or "food" or "plant";
}

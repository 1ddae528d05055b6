using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>A look that the idea gives somebody.</summary>
/// <param name="Lead">What stands before it in an identity, "in" or "mặc"; empty where nothing does.</param>
/// <param name="Text">The thing itself: "a grey beard", "áo dài đỏ".</param>
internal sealed record Look(LookAspect Aspect, string Lead, string Text)
{
    public override string ToString() => Lead.Length == 0 ? Text : $"{Lead} {Text}";
}

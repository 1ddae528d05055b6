namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>One part of an answer, whole by itself.</summary>
/// <param name="Member">The member that it is or that lists it; <see cref="Bare"/> for an item of a list without a name.</param>
/// <param name="IsItem">Whether it is one of a list.</param>
internal sealed record AnswerPart(string Member, bool IsItem, string Json)
{
    public const string Bare = "";
}

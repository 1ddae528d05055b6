namespace Rushes.Engine.Writing.Policy;

/// <summary>A text as it is and as it could be. Nobody but the user puts it in.</summary>
/// <param name="Field">Where it stands, such as <c>prompt</c>.</param>
/// <param name="Diff">The words that change, with some before and after: <c>... [-cô bé-]{+cô gái trẻ+} ...</c></param>
public sealed record Rewording(string Field, string Before, string After, string Diff);

namespace Rushes.Engine.Voices;

/// <summary>How a character comes across, as far as a voice can show it.</summary>
/// <param name="Gender"><c>female</c> or <c>male</c>.</param>
/// <param name="Age"><c>adult</c>, <c>child</c> or <c>old</c>.</param>
public sealed record Bearing(string Gender, string Age);

namespace Rushes.Engine.Voices;

/// <summary>A voice that can be cast.</summary>
/// <param name="Name">Engine and voice, such as <c>espeak-ng:vi-vn-x-south+f3</c>.</param>
/// <param name="Language">Primary subtag.</param>
/// <param name="Gender"><c>female</c>, <c>male</c> or <c>child</c>.</param>
/// <param name="Age"><c>adult</c>, <c>child</c> or <c>old</c>.</param>
/// <param name="Label">What people read, such as "Southern Vietnamese, woman (preview voice)".</param>
public sealed record Voice(string Name, string Language, string Gender, string Age, string Label);

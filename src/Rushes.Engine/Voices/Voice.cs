namespace Rushes.Engine.Voices;

/// <summary>A voice that can be cast.</summary>
/// <param name="Name">Engine and voice, such as <c>espeak-ng:vi-vn-x-south+f3</c>.</param>
/// <param name="Language">Primary subtag; the first of several.</param>
/// <param name="Gender"><c>female</c>, <c>male</c> or <c>child</c>.</param>
/// <param name="Age"><c>adult</c>, <c>child</c> or <c>old</c>.</param>
/// <param name="Label">What people read, such as "Southern Vietnamese, woman (preview voice)".</param>
public sealed record Voice(string Name, string Language, string Gender, string Age, string Label)
{
    /// <summary>Further languages that it speaks as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The name before the colon.</summary>
    public string Engine => Name.Split(':', 2)[0];

    /// <summary>The name after the colon.</summary>
    public string Own => Name.Split(':', 2)[^1];

    public bool Speaks(string language) => Language == language || Also.Contains(language, StringComparer.Ordinal);
}

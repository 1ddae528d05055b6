namespace Rushes.Film;

/// <summary>
/// Something that the user can mend: which rule was broken (<paramref name="Code"/>, the key of a sentence in every language),
/// which field or file it is about, and the values that the sentence names.
/// </summary>
/// <param name="Code">Area and rule, such as <c>brief.duration-range</c>; the part before the first dot names the sentence file.</param>
/// <param name="Field">The field, option or file that is wrong; null when the machine lacks something.</param>
/// <param name="Kind">Whether the input was wrong (exit 2) or the machine lacks something (exit 4).</param>
/// <param name="Details">Values for the sentence's placeholders, in order.</param>
public sealed record Mistake(string Code, string? Field, MistakeKind Kind, IReadOnlyList<object> Details)
{
    public static Mistake Input(string code, string field, params object[] details) => new(code, field, MistakeKind.Input, details);

    public static Mistake Machine(string code, params object[] details) => new(code, null, MistakeKind.Machine, details);

    public MistakeException AsException() => new(this);
}

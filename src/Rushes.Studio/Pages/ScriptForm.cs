using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Studio.Pages;

/// <summary>Reads what a script says beside its scenes: title, hook, arc, and how its characters look.</summary>
internal static class ScriptForm
{
    /// <summary>The field of a character's look.</summary>
    /// <param name="character">Counted from 0.</param>
    public static string LookOf(int character) => string.Create(CultureInfo.InvariantCulture, $"look-{character}");

    /// <exception cref="MistakeException">A film has no name any more; the field is <c>title</c>.</exception>
    public static Script Read(IFormCollection form, Script before) => before with
    {
        Title = Text(form, "title") is { Length: > 0 } title ? title : throw Mistake.Input("studio.no-title", "title").AsException(),
        HookSummary = Text(form, "hook_summary"),
        EmotionalArc = Text(form, "emotional_arc"),
        Characters = [.. before.Characters.Select((character, index) => form.ContainsKey(LookOf(index)) ? character with { VisualIdentity = Text(form, LookOf(index)) } : character)],
    };

    private static string Text(IFormCollection form, string field) => form[field].ToString().Trim();
}

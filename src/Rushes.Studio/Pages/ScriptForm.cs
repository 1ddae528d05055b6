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
        Title = form.Said("title") ?? throw Mistake.Input("studio.no-title", "title").AsException(),
        HookSummary = form.Said("hook_summary") ?? "",
        EmotionalArc = form.Said("emotional_arc") ?? "",
        Characters = [.. before.Characters.Select((character, index) => form.ContainsKey(LookOf(index)) ? character with { VisualIdentity = form.Said(LookOf(index)) ?? "" } : character)],
    };
}

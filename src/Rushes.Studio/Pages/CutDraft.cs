using Microsoft.AspNetCore.Http;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Studio.Pages;

/// <summary>What stands in the fields of the cut, as typed.</summary>
public sealed record CutDraft(string? Captions, string? Transition, string? Platform, string? Sound, string? Voice, bool WithoutMusic)
{
    internal static CutDraft Of(Brief brief) => new(
        brief.Captions.ToString().ToLowerInvariant(), brief.Transition, brief.Platform, brief.Sound?.ToString().ToLowerInvariant() ?? "mix", brief.Voice, false);

    internal static CutDraft Read(IFormCollection form) => new(
        form["captions"], form["transition"], form.Said("platform"), form["sound"], form.Said("voice"), form["without_music"] == "true");

    /// <summary>The brief with what was typed laid over it.</summary>
    /// <param name="music">The file of other music; null: none was given.</param>
    /// <exception cref="MistakeException">A field is not what it should be; it is named.</exception>
    internal Brief Over(Brief brief, string? music) => brief with
    {
        Captions = DraftReader.Choice<Captions>(Captions, "captions"),
        Transition = Transition ?? "",
        Platform = Platform,
        Sound = DraftReader.Choice<Sound>(Sound, "sound"),
        Voice = Voice,
        Music = music ?? (WithoutMusic ? null : brief.Music),
    };
}

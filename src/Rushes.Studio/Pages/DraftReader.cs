using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Studio.Pages;

/// <summary>Reads what was typed into a brief.</summary>
internal static class DraftReader
{
    public static FilmDraft Read(IFormCollection form) => new()
    {
        Idea = form["idea"].ToString(),
        Duration = Text(form, "duration") ?? "32",
        Aspect = Text(form, "aspect") ?? "9:16",
        Language = Text(form, "language"),
        Style = Text(form, "style") ?? "cinematic",
        Template = Text(form, "template"),
        Topic = Text(form, "topic"),
        Platform = Text(form, "platform"),
        Quality = Text(form, "quality") ?? "full",
        Captions = Text(form, "captions") ?? "burn",
        Transition = Text(form, "transition") ?? "cut",
        Provider = Text(form, "provider"),
        Writer = Text(form, "writer"),
        Model = Text(form, "model"),
        Upscale = Text(form, "upscale"),
        Chain = form["chain"] == "true",
        Voice = Text(form, "voice"),
        Manner = Text(form, "manner"),
        Rate = Text(form, "rate"),
        Pitch = Text(form, "pitch"),
        Expressiveness = Text(form, "expressiveness"),
        Copies = Text(form, "copies") ?? "1",
        Seed = Text(form, "seed") ?? "0",
    };

    /// <exception cref="MistakeException">A field is not what it should be; it is named.</exception>
    public static Brief Brief(FilmDraft draft, Workflow workflow) => new()
    {
        Workflow = workflow,
        Idea = draft.Idea.Trim(),
        Duration = Number(draft.Duration, "duration"),
        Aspect = Aspect.Parse(draft.Aspect ?? "9:16"),
        Language = draft.Language,
        Style = draft.Style ?? "cinematic",
        Template = draft.Template,
        Domain = draft.Topic?.Split('/')[0],
        Topic = draft.Topic?.Split('/') is [_, var topic] ? topic : null,
        Platform = draft.Platform,
        Quality = Choice<Quality>(draft.Quality, "quality"),
        Captions = Choice<Captions>(draft.Captions, "captions"),
        Transition = draft.Transition ?? "cut",
        Provider = draft.Provider,
        Writer = draft.Writer,
        Model = draft.Model,
        Upscale = draft.Upscale,
        Chain = draft.Chain,
        Voice = draft.Voice?.Trim() is { Length: > 0 } voice ? voice : null,
        Manner = MannerOf(draft),
        Copies = (int)Number(draft.Copies, "copies"),
        Seed = (long)Number(draft.Seed, "seed"),
    };

    /// <summary>Null where everything was left open.</summary>
    private static Manner? MannerOf(FilmDraft draft)
    {
        var manner = new Manner
        {
            Style = draft.Manner,
            Rate = draft.Rate is null ? null : Number(draft.Rate, "rate"),
            Pitch = draft.Pitch is null ? null : Number(draft.Pitch, "pitch"),
            Expressiveness = draft.Expressiveness is null ? null : Number(draft.Expressiveness, "expressiveness"),
        };
        return manner == Manner.Plain ? null : manner;
    }

    private static string? Text(IFormCollection form, string field) => form[field].ToString() is { Length: > 0 } text ? text : null;

    private static double Number(string text, string field) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Mistake.Input("studio.no-number", field, field, text).AsException();

    public static T Choice<T>(string? text, string field)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && text is not null && char.IsAsciiLetter(text[0])
            ? value
            : throw Mistake.Input("studio.no-choice", field, field, text ?? "").AsException();
}

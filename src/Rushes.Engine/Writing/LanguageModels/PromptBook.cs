using System.Text.RegularExpressions;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// The prompts, in English and Vietnamese: <c>data/prompts/LANGUAGE/NAME.md</c>, with <c>{{names}}</c> of what is filled in. A user's own file wins; one that
/// names something that nobody fills in, or leaves out what the answer depends on, is set aside.
/// </summary>
internal sealed partial class PromptBook(DataShelf shelf)
{
    // A file without these would not be about the film.
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["system"] = ["language", "framework"],
        ["whole"] = ["source", "plan"],
        ["outline"] = ["source", "plan"],
        ["acts"] = ["source", "plan"],
        ["act"] = ["acts", "plan"],
        ["scenes"] = ["story", "plan"],
        ["rewrite"] = ["story", "scenes", "plan"],
        ["mend"] = ["scenes", "fields"],
        ["mend-head"] = ["complaints"],
        ["translate"] = ["target"],
    };

    // What every question about a script is filled in with, beside what is its own.
    private static readonly string[] Common =
    [
        "language", "framework", "style", "style_guidance", "style_tags", "subject", "prompt_limit", "speech_unit", "visual_notes", "seconds", "count", "aspect",
        "template", "template_about", "hook", "posts",
    ];

    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["whole"] = ["source", "plan"],
        ["outline"] = ["source", "plan"],
        ["acts"] = ["source", "plan"],
        ["act"] = ["story", "acts", "act", "plan"],
        ["scenes"] = ["source", "story", "before", "plan", "after"],
        ["rewrite"] = ["source", "story", "before", "scenes", "plan", "after"],
        ["mend"] = ["source", "story", "scenes", "plan", "fields"],
        ["mend-head"] = ["source", "story", "complaints"],
    };

    /// <summary>What a prompt of this name is filled in with.</summary>
    private static IEnumerable<string> FilledIn(string name) => name switch
    {
        "translate" => ["language", "target"],
        "story" or "sales" => [], // they are filled into others
        _ => Common.Concat(Own.GetValueOrDefault(name, [])),
    };

    /// <param name="language">Of the prompt: <c>vi</c>, or anything else for English.</param>
    public string Fill(string language, string name, IReadOnlyDictionary<string, string> values)
    {
        var text = Read(language, name);

        // Once and for all: what users write is never searched for names.
        return Places().Replace(text, place => values[place.Groups["name"].Value]).Trim();
    }

    public string Read(string language, string name) =>
        shelf.ReadText($"prompts/{(language == "vi" ? "vi" : "en")}/{name}.md", text => FaultOf(name, text));

    /// <param name="name">Without folder and ending.</param>
    public static FileFault? FaultOf(string name, string text)
    {
        var places = Places().Matches(text);
        var known = FilledIn(name).ToHashSet(StringComparer.Ordinal);
        if (places.FirstOrDefault(place => !known.Contains(place.Groups["name"].Value)) is { } strange)
            return new(text[..strange.Index].Count(letter => letter == '\n') + 1, Sentence.Of("writing.prompt-unknown", strange.Value));
        var missing = Needed.GetValueOrDefault(name, []).FirstOrDefault(needed => !places.Any(place => place.Groups["name"].Value == needed));
        return missing is null ? null : new(1, Sentence.Of("writing.prompt-missing", "{{" + missing + "}}"));
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z_]+)\}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Places();
}

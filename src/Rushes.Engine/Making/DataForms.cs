using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Engine.Voices.Services;
using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Engine.Making;

/// <summary>What the data files are that the engine itself reads; those of providers are added by them.</summary>
internal static class DataForms
{
    private const string Samples = "voices/samples.json";
    private const string Sampled = "en";

    public static IReadOnlyList<DataForm> All { get; } =
    [
        DataForm.Of<Template>("templates/"),
        DataForm.Of<VisualStyle>("styles/"),
        DataForm.Of<Domain>("domains/", (shelf, _, domain) => UnknownIn(shelf, domain.Topics.Select(topic => topic.Template).OfType<string>())),
        DataForm.Of<VideoModel>("models/", (shelf, name, model) => TwinOf<VideoModel>(shelf, "models", name, other => (other.Provider, other.Id) == (model.Provider, model.Id))),
        DataForm.Of<LanguageModel>(
            "language-models/", (shelf, name, model) => TwinOf<LanguageModel>(shelf, "language-models", name, other => (other.Provider, other.Id) == (model.Provider, model.Id))),
        DataForm.Of<LanguageFacts>("languages/"),
        DataForm.Of<SpeakingStyle>("manners/"),
        DataForm.Text("prompts/", ".md", (name, text) => PromptBook.FaultOf(Path.GetFileNameWithoutExtension(name), text)),
        DataForm.Of<Shooting.Prompts.PromptWords>("prompts/"),
        DataForm.Of<PromptWords>("prompts/words.json"),
        DataForm.Of<WritingChoices>("prompts/writing.json", (shelf, _, choices) => UnknownIn(shelf, choices.StoryTemplates.Concat(choices.SalesTemplates))),
        DataForm.Of<ServiceVoices>("voices/"),
        DataForm.Of<Dictionary<string, string>>(Samples, (_, _, samples) => samples.ContainsKey(Sampled) ? null : Sentence.Of("data.fault-missing", Sampled)),
    ];

    /// <summary>A template that is named and not there.</summary>
    private static string? UnknownIn(DataShelf shelf, IEnumerable<string> templates)
    {
        var known = shelf.ReadAll<Template>("templates").Select(template => template.Id).ToHashSet(StringComparer.Ordinal);
        return templates.FirstOrDefault(template => !known.Contains(template)) is { } unknown ? Sentence.Of("data.fault-template", unknown) : null;
    }

    /// <summary>Another file that describes the same.</summary>
    private static string? TwinOf<T>(DataShelf shelf, string folder, string name, Func<T, bool> isSame)
        where T : class =>
        shelf.Library.Names(folder, ".json").FirstOrDefault(other => other != name && shelf.Find<T>(other) is { } value && isSame(value)) is { } twin
            ? Sentence.Of("data.fault-twin", twin)
            : null;
}

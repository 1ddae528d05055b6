using System.Collections.Concurrent;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Checking;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Policy;

/// <summary>
/// Reads a script as a provider's filter might, before anything is sent: minors, violence, adult, hate, dangerous. It warns with the words and a suggestion;
/// it never changes a text.
/// </summary>
public sealed class PolicyCheck(DataShelf shelf)
{
    // Films in every language borrow English words.
    private const string Common = "en";

    private readonly ConcurrentDictionary<string, PolicyLexicon> _lexicons = new(StringComparer.Ordinal);

    public IReadOnlyList<ScriptWarning> Check(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var lexicon = LexiconOf(script.Language);
        return
        [
            .. Warnings(null, script.Characters.Select(one => ($"visual_identity ({one.Name})", (string?)one.VisualIdentity)), lexicon),
            .. script.Scenes.SelectMany((scene, index) => Warnings(index + 1, FieldsOf(scene), lexicon)),
        ];
    }

    /// <summary>What a single text has in it, such as an idea.</summary>
    public IReadOnlyList<ScriptWarning> Check(string text, string language, string field) => [.. Warnings(null, [(field, text)], LexiconOf(language))];

    private static IEnumerable<(string Field, string? Text)> FieldsOf(Scene scene) =>
    [
        ("prompt", scene.Prompt), ("location", scene.Location), ("visual_notes", scene.VisualNotes), ("narration", scene.Narration),
        .. scene.Dialogues.Select(line => ("dialogues", (string?)line.Text)),
    ];

    /// <summary>One for each reason, with all its words and the first text reworded.</summary>
    private static IEnumerable<ScriptWarning> Warnings(int? scene, IEnumerable<(string Field, string? Text)> fields, PolicyLexicon lexicon)
    {
        var found = fields.SelectMany(field => lexicon.Find(field.Text).Select(hit => (field.Field, Text: field.Text!, Hit: hit))).ToList();
        foreach (var reason in found.GroupBy(one => one.Hit.Kind))
        {
            var words = reason.Select(one => one.Hit.Word.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
            var (field, text, _) = reason.First();
            var hits = reason.Where(one => one.Field == field && one.Text == text).Select(one => one.Hit).OrderBy(hit => hit.Start).ToList();
            var rewording = new Rewording(field, text, PolicyLexicon.Reworded(text, hits), PolicyLexicon.Diff(text, hits));
            yield return new(scene, WarningKinds.Policy, Sentence.Of("script.policy", Sentence.Of($"script.policy-{reason.Key}"), string.Join(", ", words), rewording.Diff), words) { Suggestion = rewording };
        }
    }

    private PolicyLexicon LexiconOf(string language) => _lexicons.GetOrAdd(language, known => new(
        [.. new[] { known, Common }.Distinct(StringComparer.Ordinal).Where(one => shelf.Library.Has($"policy/{one}.json")).Select(one => shelf.Read<PolicyWords>($"policy/{one}.json"))]));
}

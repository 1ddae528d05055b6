using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Shooting.Prompts;

/// <summary>
/// Puts into words what a model is told of a scene: what happens, who is in it, camera, speech, place, look, light, mood, sound. What does not fit into the
/// model's limit is left out by whole sentences, the least important first; what happens, who is seen and what must not be seen stay.
/// </summary>
/// <param name="style">The film's look; null when it has none that is known.</param>
/// <param name="words">In the language of the prompt.</param>
/// <param name="speech">Names the language of the spoken lines where it is not that of the prompt.</param>
/// <param name="narrated">The narrator is heard from the clip; else Rushes speaks over it.</param>
public sealed class PromptSheet(VideoModel model, VisualStyle? style, PromptWords words, string? speech, bool narrated)
{
    private const int Essential = 0;
    private const int Action = 1;
    private const int Camera = 2;
    private const int Speech = 3;
    private const int Place = 4;
    private const int Look = 5;
    private const int Light = 6;
    private const int Mood = 7;
    private const int Sound = 8;
    private const int Notes = 9;

    private readonly int _limit = model.PromptLimit ?? int.MaxValue;

    public SentPrompt Write(ShotOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var unwanted = Unwanted(order);
        var references = (order.References ?? []).Take(model.References).ToList();
        var parts = Parts(order).ToList();
        if (model.NegativePrompt)
            return new(Fit(parts, _limit), string.Join(", ", unwanted), references);
        var (reserved, essentials) = (Avoid(unwanted), parts.Where(part => part.Rank == Essential).Sum(part => part.Text.Length + 1));

        // Unwanted things are single words: the last of them go where not even the essentials have room.
        while (unwanted.Count > 1 && essentials + reserved.Length > _limit)
        {
            unwanted.RemoveAt(unwanted.Count - 1);
            reserved = Avoid(unwanted);
        }

        return new($"{Fit(parts, _limit - reserved.Length - 1)} {reserved}".Trim(), null, references);
    }

    /// <summary>The sentences in the order in which they are read.</summary>
    private IEnumerable<PromptPart> Parts(ShotOrder order)
    {
        var scene = order.Shot;
        var told = order.Picture?.Prompt ?? order.Prompt;
        var action = SentenceCut.Of(told, words.Abbreviations);
        var looks = order.Cast.Where(member => member.VisualIdentity.Length > 0).Select(member => (Member: member, Look: LookOf(member))).ToList();
        for (var i = 0; i < action.Count; i++)
        {
            var shows = looks.RemoveAll(one => action[i].Contains(one.Look, StringComparison.OrdinalIgnoreCase)) > 0;
            yield return new(Ended(action[i]), i == 0 || shows ? Essential : Action);
        }

        foreach (var (member, look) in looks)
            yield return new(Say(words.Identity, member.Name, look), Essential);
        if (scene.CameraShot is { Length: > 0 } camera)
            yield return new(Say(words.Camera, camera), Camera);
        foreach (var line in Spoken(order))
            yield return new(line, Speech);
        if (Joined(scene.Location, scene.TimeOfDay) is { Length: > 0 } place)
            yield return new(Say(words.Place, place), Place);
        if (style is not null)
            yield return new(Say(words.Style, string.Join(", ", style.Positive)), Look);
        if (scene.LightingMood is { Length: > 0 } light)
            yield return new(Say(words.Light, light), Light);
        if (scene.Emotion is { Length: > 0 } mood)
            yield return new(Say(words.Mood, mood), Mood);
        if (scene.Sound is { Length: > 0 } sound && model.BringsSound)
            yield return new(Say(words.Sound, sound), Sound);

        // The notes of a sales scene are the words of its card, and words do not belong into the picture.
        if (scene.VisualNotes is { Length: > 0 } notes && order.Workflow != Workflow.SalesVideo)
            yield return new(Say(words.Notes, notes), Notes);
    }

    private IEnumerable<string> Spoken(ShotOrder order)
    {
        if (!model.BringsSound)
            return order.Lines.Select(line => line.Speaker).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(name => Say(words.Talks, name));
        return order.Lines.Where(line => (narrated || line.Speaker is not null) && line.Text.Trim().Length > 0).Select(line => Spoken(line.Speaker, Ended(line.Text.Replace('"', '\'').Trim())));
    }

    private string Spoken(string? speaker, string line) => (speaker, speech) switch
    {
        ({ } name, null) => Fill(words.Says, name, line),
        ({ } name, { } language) => Fill(words.SaysIn, name, line, language),
        (null, null) => Fill(words.Narrates, line),
        (null, { } language) => Fill(words.NarratesIn, line, language),
    };

    /// <summary>The scene's own wishes first.</summary>
    private List<string> Unwanted(ShotOrder order) =>
        [.. Items(order.Negative).Concat(style?.Negative ?? []).Concat(words.Never).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> Items(string? list) =>
        (list ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => item.TrimEnd('.'));

    private string Avoid(List<string> unwanted) => unwanted.Count == 0 ? "" : Say(words.Avoid, string.Join(", ", unwanted));

    private static string Fit(List<PromptPart> parts, int room)
    {
        // Only a first sentence that alone is longer than all the model takes is ever shortened.
        if (parts is [var first, ..] && first.Text.Length > room)
            return Shortened(first.Text, room);
        var kept = new HashSet<PromptPart>(ReferenceEqualityComparer.Instance);
        var used = 0;
        foreach (var part in parts.OrderBy(part => part.Rank))
        {
            var whole = used + part.Text.Length + (used > 0 ? 1 : 0);
            if (whole > room)
                continue;
            used = whole;
            kept.Add(part);
        }

        return string.Join(' ', parts.Where(kept.Contains).Select(part => part.Text));
    }

    /// <summary>The clauses of an endless sentence that fit, or its words.</summary>
    private static string Shortened(string sentence, int room)
    {
        foreach (var seam in (string[])["; ", ", ", "，", "、", " "])
        {
            if (room > 1 && sentence.LastIndexOf(seam, Math.Min(sentence.Length, room) - 1, StringComparison.Ordinal) is > 0 and var at)
                return sentence[..at] + ".";
        }

        return sentence[..Math.Max(0, Math.Min(sentence.Length, room))];
    }

    private static string LookOf(Character member)
    {
        var look = member.VisualIdentity.Trim().TrimEnd('.');
        if (!look.StartsWith(member.Name, StringComparison.OrdinalIgnoreCase))
            return look;
        look = look[member.Name.Length..].TrimStart(' ', ',', ':');
        return Copulas.FirstOrDefault(word => look.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } copula ? look[copula.Length..] : look;
    }

    private static readonly string[] Copulas = ["là ", "is ", "are "];

    private static string Joined(params string?[] texts) => string.Join(", ", texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim().TrimEnd('.')));

    private static string Ended(string sentence) => char.IsLetterOrDigit(sentence[^1]) || sentence[^1] is ',' or ';' ? sentence.TrimEnd(',', ';') + "." : sentence;

    /// <summary>A pattern brings its own full stop.</summary>
    private static string Say(string pattern, params string[] texts) => Fill(pattern, [.. texts.Select(text => text.Trim().TrimEnd('.'))]);

    private static string Fill(string pattern, params string[] texts) =>
        string.Format(CultureInfo.InvariantCulture, pattern, [.. texts.Select(text => text.ReplaceLineEndings(" "))]);
}

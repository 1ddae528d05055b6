using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Whoever appears or speaks is introduced, and every prompt that shows them repeats how they look.</summary>
internal sealed class CastCheck : IScriptCheck
{
    /// <summary>The share of an identity's words that a prompt must repeat; with several people in a scene each look may be told more shortly.</summary>
    private const double Enough = 0.5;

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        var cast = new Dictionary<string, Character>(StringComparer.OrdinalIgnoreCase);
        foreach (var character in draft.Script.Characters)
            cast.TryAdd(character.Name.Trim(), character);
        foreach (var (number, scene) in draft.Scenes)
        {
            var named = scene.Characters.Concat(scene.Dialogues.Select(line => line.Speaker).OfType<string>()).Where(name => !string.IsNullOrWhiteSpace(name));
            var strangers = named.Select(name => name.Trim()).Where(name => !cast.ContainsKey(name)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (strangers.Count > 0)
                yield return new(number, WarningKinds.Character, Sentence.Of("script.check-stranger", string.Join(", ", strangers)), strangers);
            var faceless = scene.Characters.Where(name => cast.TryGetValue(name.Trim(), out var one) && !Repeats(draft.Wording, scene.Prompt, one)).ToList();
            if (faceless.Count > 0)
                yield return new(number, WarningKinds.Identity, Sentence.Of("script.check-identity", string.Join(", ", faceless)), faceless);
        }
    }

    /// <summary>How a character looks, without name and "is".</summary>
    public static string LookOf(Character character)
    {
        var look = character.VisualIdentity.Trim().TrimEnd('.');
        if (character.Name.Length > 0 && look.StartsWith(character.Name, StringComparison.OrdinalIgnoreCase))
            look = look[character.Name.Length..].TrimStart(' ', ',', ':');
        return Copulas.FirstOrDefault(word => look.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } copula ? look[copula.Length..] : look;
    }

    private static readonly string[] Copulas = ["là ", "is ", "are ", "ist ", "est ", "es ", "adalah "];

    /// <summary>Whether a prompt tells enough of a character's look.</summary>
    public static bool Repeats(Wording wording, string prompt, Character character)
    {
        var look = wording.Telling(LookOf(character)).Select(wording.Stem).Distinct(StringComparer.Ordinal).ToList();
        if (look.Count == 0)
            return true;
        var shown = wording.Stems(prompt);
        return look.Count(shown.Contains) >= Enough * look.Count;
    }
}

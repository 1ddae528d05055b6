using System.Text.RegularExpressions;
using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Whoever appears or speaks is introduced, and every prompt that shows them repeats how they look.</summary>
internal sealed partial class CastCheck : IScriptCheck
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
            var shown = scene.Characters.Select(name => name.Trim()).Concat(cast.Keys.Where(name => Names(scene.Prompt, name))).Distinct(StringComparer.OrdinalIgnoreCase);
            var faceless = shown.Where(name => cast.TryGetValue(name, out var one) && !Repeats(draft.Wording, scene.Prompt, one)).ToList();
            if (faceless.Count > 0)
                yield return new(number, WarningKinds.Identity, Sentence.Of("script.check-identity", string.Join(", ", faceless)), faceless);
        }
    }

    /// <summary>Whether a prompt shows somebody by name, spelled as the cast spells it: "Ember" is the fox, "an ember" is none, and who is only spoken of is not seen.</summary>
    public static bool Names(string prompt, string name)
    {
        if (name.Length < 2 || !char.IsUpper(name[0]) || !prompt.Contains(name, StringComparison.Ordinal))
            return false;
        prompt = Quoted().Replace(prompt, " ");
        for (var at = prompt.IndexOf(name, StringComparison.Ordinal); at >= 0; at = prompt.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(prompt[at - 1])) && (end == prompt.Length || !char.IsLetterOrDigit(prompt[end])))
                return true;
        }

        return false;
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

    [GeneratedRegex("""["“”「][^"“”」]*["“”」]|«[^»]*»""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quoted();

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

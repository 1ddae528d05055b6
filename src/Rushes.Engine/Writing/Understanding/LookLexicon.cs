using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Knows which side of somebody's looks a text shows.</summary>
internal sealed class LookLexicon(LookWords words)
{
    private static readonly char[] Between = [' ', ',', '-'];

    private readonly int _longest = words.Aspects.SelectMany(aspect => aspect.Words).Concat(words.Colours).Concat(words.Modifiers).Select(word => word.Split(' ').Length).DefaultIfEmpty(1).Max();

    private readonly HashSet<string> _colours = new(words.Colours, StringComparer.Ordinal);
    private readonly HashSet<string> _modifiers = new(words.Modifiers, StringComparer.Ordinal);

    public LookWords Words => words;

    public LookAspect? Coat { get; } = words.Aspects.FirstOrDefault(aspect => aspect.Id == LookAspect.Coat);

    /// <summary>The aspect whose word starts here, and how many words that takes; the longest, and of the same words the first.</summary>
    public (LookAspect Aspect, int Length)? AspectAt(IReadOnlyList<string> tokens, int at, string kind, bool onlyWorn = false)
    {
        for (var length = Math.Min(_longest, tokens.Count - at); length > 0; length--)
        {
            var text = Text(tokens, at, length);
            if (words.Aspects.FirstOrDefault(aspect => (!onlyWorn || aspect.IsWorn) && aspect.Suits(kind) && aspect.Words.Contains(text)) is { } found)
                return (found, length);
        }

        return null;
    }

    /// <summary>How many words of a colour start here; 0 when none does.</summary>
    public int ColourAt(IReadOnlyList<string> tokens, int at) => Known(_colours, tokens, at);

    /// <summary>The same for a colour or what shades or shapes a thing.</summary>
    public int ModifierAt(IReadOnlyList<string> tokens, int at) => Math.Max(ColourAt(tokens, at), Known(_modifiers, tokens, at));

    /// <summary>The aspects that a text shows of one of a kind; a colour that belongs to no other thing is an animal's coat.</summary>
    public IReadOnlyList<LookAspect> Shown(string text, string kind)
    {
        var tokens = Tokens(text);
        var shown = new List<LookAspect>();
        var coloured = false;
        for (var at = 0; at < tokens.Length;)
        {
            if (AspectAt(tokens, at, kind) is { } found)
            {
                shown.Add(found.Aspect);
                at += found.Length;
                continue;
            }

            coloured |= ColourAt(tokens, at) > 0;
            at++;
        }

        return coloured && shown.Count == 0 && Coat?.Suits(kind) == true ? [Coat] : shown;
    }

    /// <summary>Whether a text names a colour.</summary>
    public bool HasColour(string text)
    {
        var tokens = Tokens(text);
        return Enumerable.Range(0, tokens.Length).Any(at => ColourAt(tokens, at) > 0);
    }

    private static string[] Tokens(string text) => text.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private int Known(HashSet<string> set, IReadOnlyList<string> tokens, int at)
    {
        for (var length = Math.Min(_longest, tokens.Count - at); length > 0; length--)
        {
            if (set.Contains(Text(tokens, at, length)))
                return length;
        }

        return 0;
    }

    private static string Text(IReadOnlyList<string> tokens, int at, int length) => length == 1 ? tokens[at] : string.Join(' ', tokens.Skip(at).Take(length));
}

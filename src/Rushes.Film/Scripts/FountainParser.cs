using System.Globalization;
using System.Text.RegularExpressions;

namespace Rushes.Film.Scripts;

/// <summary>
/// Takes a Fountain page apart as its syntax says (fountain.io/syntax): title page, headings, action, speeches, dual ones too, lyrics, transitions, centered
/// text, sections, synopses, page breaks, notes, boneyard, emphasis, and whatever is forced.
/// </summary>
internal sealed partial class FountainParser
{
    // Every screenplay has these, though the format only knows "TO:".
    private static readonly string[] Fades = ["FADE IN", "FADE OUT", "FADE TO BLACK"];

    private readonly List<string> _notes = [];
    private readonly List<FountainElement> _elements = [];
    private readonly string[] _lines;

    // Writers set a heading right under its section, its synopsis or the transition to it.
    private int _afterMark = -1;

    private FountainParser(string text)
    {
        var page = Boneyard().Replace(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), "");
        _lines = Notes().Replace(page, match =>
        {
            _notes.Add(match.Groups["text"].Value);
            return string.Create(CultureInfo.InvariantCulture, $"\u0001{_notes.Count - 1}\u0002");
        }).Split('\n');
    }

    /// <summary>The fields of the title page by key in lower case, and the page.</summary>
    public static (IReadOnlyDictionary<string, string> Title, IReadOnlyList<string> HeadNotes, IReadOnlyList<FountainElement> Elements) Parse(string text)
    {
        var parser = new FountainParser(text);
        var title = parser.ReadTitle(out var start);
        var head = new List<string>();
        parser.ReadBody(start, head);
        return (title, head, parser._elements);
    }

    /// <summary>A text of the page without emphasis, escapes and invisible guards.</summary>
    public static string Plain(string text)
    {
        var plain = text;
        for (var before = ""; before != plain;)
        {
            before = plain;
            plain = EmphasisOverLines().Replace(Emphasis().Replace(plain, "${inner}"), "${inner}");
        }

        return Escaped().Replace(plain.Replace("\u2060", "", StringComparison.Ordinal), "${mark}");
    }

    private Dictionary<string, string> ReadTitle(out int start)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        start = 0;
        while (start < _lines.Length && string.IsNullOrWhiteSpace(_lines[start]))
            start++;
        if (start == _lines.Length || !IsTitleKey(_lines[start]))
            return fields;
        string? key = null;
        for (; start < _lines.Length && _lines[start].Length > 0; start++)
        {
            var line = _lines[start];
            if (TitleKey().Match(line) is { Success: true } match)
            {
                key = match.Groups["key"].Value.Trim().ToLowerInvariant();
                fields[key] = match.Groups["value"].Value.Trim();
            }
            else if (key is not null)
            {
                fields[key] = fields[key].Length == 0 ? line.Trim() : $"{fields[key]}\n{line.Trim()}";
            }
        }

        return fields;
    }

    /// <summary>"FADE IN:" and "CUT TO:" look like keys and are none.</summary>
    private static bool IsTitleKey(string line) =>
        TitleKey().Match(line) is { Success: true } match && !(match.Groups["value"].Value.Trim().Length == 0 && IsCapitals(match.Groups["key"].Value));

    private void ReadBody(int start, List<string> head)
    {
        for (var i = start; i < _lines.Length; i++)
        {
            if (IsEmpty(i))
                (_elements is [.., var last] ? last.Notes : head).AddRange(NotesOf(_lines[i]));
            else
                i = ReadParagraph(i, start);
        }
    }

    /// <returns>The last line that belongs to the paragraph.</returns>
    private int ReadParagraph(int at, int start)
    {
        var line = Bare(_lines[at]).Trim();
        var before = at == start || IsEmpty(at - 1) || at == _afterMark;
        var unmarked = line[0] is '*' or '_' ? Plain(line) : line;
        if (before && IsForcedHeading(line))
            return Add(FountainKind.Heading, line[1..], at);
        if (before && Heading().IsMatch(unmarked))
            return Add(FountainKind.Heading, unmarked, at);
        if (line.Length >= 3 && line.All(letter => letter == '='))
            return Add(FountainKind.PageBreak, "", at);
        switch (line[0])
        {
            case '!':
                return ReadAction(at);
            case '#':
                return Add(FountainKind.Section, line.TrimStart('#'), at);
            case '=':
                return Add(FountainKind.Synopsis, line[1..], at);
            case '~':
                return Add(FountainKind.Lyric, line[1..], at);
            case '>' when line.Length > 1 && line[^1] == '<':
                return Add(FountainKind.Centered, line[1..^1], at);
            case '>':
                return Add(FountainKind.Transition, line[1..], at);
        }

        if (before && IsCapitals(unmarked) && (unmarked.EndsWith("TO:", StringComparison.Ordinal) || Fades.Contains(unmarked.TrimEnd('.', ':'))))
            return Add(FountainKind.Transition, unmarked, at);
        var alone = at + 1 == _lines.Length || IsEmpty(at + 1);
        return before && !alone && (line[0] == '@' || IsCue(line)) ? ReadSpeech(at) : ReadAction(at);
    }

    private int Add(FountainKind kind, string text, int at)
    {
        _elements.Add(new(kind, text.Trim()));
        _elements[^1].Notes.AddRange(NotesOf(_lines[at]));
        if (kind is FountainKind.Section or FountainKind.Synopsis or FountainKind.PageBreak or FountainKind.Transition)
            _afterMark = at + 1;
        return at;
    }

    private int ReadAction(int at)
    {
        var lines = new List<string>();
        var notes = new List<string>();
        for (var more = true; more; at++)
        {
            var line = Bare(_lines[at]).TrimEnd();
            lines.Add(line.StartsWith('!') ? line[1..] : line);
            notes.AddRange(NotesOf(_lines[at]));
            more = at + 1 < _lines.Length && !IsEmpty(at + 1) && !BeginsAnother(Bare(_lines[at + 1]).Trim());
        }

        _elements.Add(new(FountainKind.Action, string.Join('\n', lines)));
        _elements[^1].Notes.AddRange(notes);
        return at - 1;
    }

    private static bool BeginsAnother(string line) => line[0] is '#' or '~' or '>' or '=';

    // ". . ." and "..." are no headings.
    private static bool IsForcedHeading(string line) => line.Length > 1 && line[0] == '.' && char.IsLetterOrDigit(line[1]);

    private int ReadSpeech(int at)
    {
        var (name, extension) = CueOf(Bare(_lines[at]).Trim());
        var notes = NotesOf(_lines[at]).ToList();
        string? manner = null;
        var said = new List<string>();
        var before = _elements.Count;

        // A line of two blanks holds a speech together; an empty one ends it.
        while (at + 1 < _lines.Length && (_lines[at + 1].Length >= 2 || !IsEmpty(at + 1)))
        {
            at++;
            notes.AddRange(NotesOf(_lines[at]));
            var line = Bare(_lines[at]).Trim();
            if (line.Length == 0 && Marker().IsMatch(_lines[at]))
                continue;
            if (EndOfParenthetical(at) is { } end)
            {
                // Another manner begins another line of the same speaker.
                if (said.Count > 0)
                {
                    Spoken(name, extension, manner, said);
                    manner = null;
                }

                notes.AddRange(_lines[(at + 1)..(end + 1)].SelectMany(NotesOf));
                var how = string.Join(' ', _lines[at..(end + 1)].Select(part => Bare(part).Trim()))[1..^1];
                manner = manner is null ? how : $"{manner}; {how}";
                at = end;
                continue;
            }

            said.Add(line.StartsWith('~') ? line[1..].Trim() : line);
        }

        if (said.Count > 0)
        {
            Spoken(name, extension, manner, said);
        }
        else
        {
            // What follows the last words is done, not said; who only nods is there all the same.
            var silent = _elements.Count == before;
            if (manner is not null)
                _elements.Add(new(FountainKind.Action, $"{name.TrimStart('@')} ({manner})"));
            if (silent)
                Spoken(name, extension, null, said);
        }

        _elements[^1].Notes.AddRange(notes);
        return at;
    }

    /// <summary>The last line of the parenthetical that begins here; null where words in parentheses are said with others.</summary>
    private int? EndOfParenthetical(int at)
    {
        for (var i = at; i < _lines.Length && !IsEmpty(i); i++)
        {
            var line = Bare(_lines[i]).Trim();
            if (i == at && line.Length > 1 && line[0] == '(' && line[^1] == ')')
                return at;
            var closed = line.IndexOf(')', StringComparison.Ordinal);
            if (line.LastIndexOf('(') != (i == at ? 0 : -1) || (closed >= 0 && closed < line.Length - 1))
                return null;
            if (closed >= 0)
                return i;
        }

        return null;
    }

    private void Spoken(string name, string? extension, string? manner, List<string> said)
    {
        _elements.Add(new(FountainKind.Speech, string.Join('\n', said).Trim('\n'), name, extension, manner));
        said.Clear();
    }

    private bool IsEmpty(int line) => string.IsNullOrWhiteSpace(Bare(_lines[line]));

    private IEnumerable<string> NotesOf(string line) =>
        Marker().Matches(line).Select(match => _notes[int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)]);

    /// <summary>Who speaks, and from where, such as V.O. or O.S.</summary>
    internal static (string Name, string? Extension) CueOf(string cue)
    {
        var name = cue.TrimEnd('^').TrimEnd();
        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0)
            return (name, null);
        // That a speech goes on is typography.
        var told = name[open..].Split(['(', ')', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => !Continued().IsMatch(part)).ToList();
        return (name[..open].Trim(), told.Count > 0 ? string.Join(", ", told) : null);
    }

    /// <summary>A name in capitals; only what stands in parentheses may be small: "ANNA (40) runs in" is none.</summary>
    private static bool IsCue(string line) => line[0] != '(' && IsCapitals(Parenthesis().Replace(line, ""));

    private static bool IsCapitals(string text) => text.Any(char.IsLetter) && string.Equals(text, text.ToUpper(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Bare(string line) => Marker().Replace(line, "");

    [GeneratedRegex(@"/\*.*?(?:\*/|\z)", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Boneyard();

    // Where a note stood.
    [GeneratedRegex(@"\u0001(?<number>\d+)\u0002", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marker();

    // A note may have several lines; an empty one ends it.
    [GeneratedRegex(@"\[\[(?<text>(?:(?!\]\]|\n\n).)*)\]\]", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Notes();

    [GeneratedRegex(@"^(?<key>\p{L}[\p{L} ]*):(?<value>.*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TitleKey();

    [GeneratedRegex(@"^(?:INT|EXT|EST|INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|I\.?/E)[. ]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!\\)(?<mark>\*{1,3}|_)(?=\S)(?<inner>[^\n]*?[^\s\\])\k<mark>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Emphasis();

    // Songs are often emphasised as a whole.
    [GeneratedRegex(@"(?<![^\n])(?<mark>\*{1,3}|_)(?=\S)(?<inner>(?:(?!\k<mark>).)*[^\s\\])\k<mark>(?=\n|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex EmphasisOverLines();

    [GeneratedRegex(@"^(?:CONT|CONT['’]?D|CONTINUED|CONTINUING|MORE)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Continued();

    // One that nobody closed reaches the end.
    [GeneratedRegex(@"\([^()]*(?:\)|\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\\(?<mark>[*_])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Escaped();
}

using System.Text;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// Reads the JSON object of an answer while it comes, and hands out its parts as soon as each is whole: the members of the object, and one by one the items
/// of its lists. Words and fences around the object are passed over, and an answer that breaks off has lost only the part that it broke off in.
/// </summary>
internal sealed class AnswerScanner(Action<AnswerPart> found)
{
    private readonly StringBuilder _part = new();
    private readonly StringBuilder _name = new();

    // 0 outside the object, 1 among its members, 2 among the items of a list that is a member; deeper is inside a part.
    private int _depth;
    private bool _inList;
    private bool _inText;
    private bool _escaped;
    private bool _readsName;
    private bool _found;
    private bool _ended;
    private int _within;
    private string _member = "";

    public void Read(string text)
    {
        foreach (var letter in text)
            Read(letter);
    }

    private void Read(char letter)
    {
        if (_ended)
            return;
        if (_depth == 0)
        {
            if (letter == '{')
                (_depth, _readsName) = (1, true);
            else if (letter == '[')
                (_depth, _inList, _member, _readsName) = (1, true, AnswerPart.Bare, false);
            return;
        }

        if (_readsName)
        {
            ReadName(letter);
            return;
        }

        ReadValue(letter);
    }

    private void ReadName(char letter)
    {
        if (_inText)
        {
            if (_escaped)
                _escaped = false;
            else if (letter == '\\')
                _escaped = true;
            else if (letter == '"')
                _inText = false;
            if (_inText && letter != '\\')
                _name.Append(letter);
        }
        else if (letter == '"')
        {
            _name.Clear();
            _inText = true;
        }
        else if (letter == ':')
        {
            (_member, _readsName) = (_name.ToString(), false);
            _part.Clear();
        }
        else if (letter == '}')
        {
            _ended = true;
        }
    }

    private void ReadValue(char letter)
    {
        if (_inText)
        {
            // Some models break lines inside a text, which JSON forbids.
            _part.Append(letter switch { '\n' => "\\n", '\t' => "\\t", < ' ' => " ", _ => letter.ToString() });
            if (_escaped)
                _escaped = false;
            else if (letter == '\\')
                _escaped = true;
            else if (letter == '"')
                _inText = false;
            return;
        }

        switch (letter)
        {
            case '"':
                _inText = true;
                break;
            case '[' when _within == 0 && !_inList && IsBlank():
                _inList = true;
                _part.Clear();
                return;
            case '{' or '[':
                _within++;
                break;
            case ',' when _within == 0:
                HandOut();
                _readsName = !_inList;
                return;
            case ']' when _within == 0 && _inList:
                HandOut();
                _inList = false;
                if (_member == AnswerPart.Bare)
                    (_depth, _ended) = (0, _found);
                return;
            case '}' when _within == 0:
                HandOut();
                _ended = true;
                return;
            case '}' or ']':
                _within--;
                break;
        }

        _part.Append(letter);
    }

    private bool IsBlank() => _part.ToString().AsSpan().Trim().IsEmpty;

    private void HandOut()
    {
        var json = _part.ToString().Trim();
        _part.Clear();

        // Words in brackets before the answer are no list of its parts.
        if (json.Length == 0 || (_member == AnswerPart.Bare && json[0] != '{'))
            return;
        _found = true;
        found(new(_member, _inList, json));
    }
}

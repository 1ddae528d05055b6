using System.Globalization;
using System.Text.RegularExpressions;

namespace Rushes.FakeProviders.Faults;

/// <summary>What faults are called in prompts and scenarios, and when and how often each comes unless said otherwise.</summary>
internal static partial class FaultNames
{
    private static readonly Dictionary<string, (FaultKind Kind, Moment On, int Times)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["400"] = (FaultKind.BadRequest, Moment.Submit, Fault.Always),
        ["422"] = (FaultKind.BadRequest, Moment.Submit, Fault.Always),
        ["401"] = (FaultKind.Unauthorized, Moment.Submit, 1),
        ["unauthorized"] = (FaultKind.Unauthorized, Moment.Submit, 1),
        ["402"] = (FaultKind.NoCredit, Moment.Submit, Fault.Always),
        ["quota"] = (FaultKind.NoCredit, Moment.Submit, Fault.Always),
        ["403"] = (FaultKind.Forbidden, Moment.Submit, Fault.Always),
        ["404"] = (FaultKind.NotFound, Moment.Submit, Fault.Always),
        ["429"] = (FaultKind.TooMany, Moment.Submit, 1),
        ["500"] = (FaultKind.Internal, Moment.Submit, 1),
        ["502"] = (FaultKind.BadGateway, Moment.Submit, 1),
        ["503"] = (FaultKind.Unavailable, Moment.Submit, 1),
        ["nobody"] = (FaultKind.EmptyBody, Moment.Submit, 1),
        ["array"] = (FaultKind.ArrayBody, Moment.Submit, 1),
        ["drop"] = (FaultKind.Drop, Moment.Submit, 1),
        ["late500"] = (FaultKind.LateInternal, Moment.Submit, 1),
        ["slow"] = (FaultKind.Slow, Moment.Submit, 1),
        ["captcha"] = (FaultKind.Captcha, Moment.Submit, Fault.Always),
        ["nodeerror"] = (FaultKind.NodeError, Moment.Submit, Fault.Always),
        ["toomanylater"] = (FaultKind.TooManyLater, Moment.Fate, 1),
        ["blocked"] = (FaultKind.Blocked, Moment.Fate, Fault.Always),
        ["failed"] = (FaultKind.Failed, Moment.Fate, Fault.Always),
        ["failedforgood"] = (FaultKind.FailedForGood, Moment.Fate, Fault.Always),
        ["stuck"] = (FaultKind.Stuck, Moment.Fate, Fault.Always),
        ["lost"] = (FaultKind.Lost, Moment.Fate, 1),
        ["socketdrop"] = (FaultKind.SocketDrop, Moment.Status, 1),
        ["processing"] = (FaultKind.Processing, Moment.Download, 2),
        ["truncated"] = (FaultKind.Truncated, Moment.Download, 1),
        ["html"] = (FaultKind.Html, Moment.Download, 1),
        ["empty"] = (FaultKind.Empty, Moment.Download, 1),
        ["damaged"] = (FaultKind.Damaged, Moment.Download, 1),
        ["expired"] = (FaultKind.Expired, Moment.Download, 1),
        ["redirect"] = (FaultKind.Redirect, Moment.Download, Fault.Always),
        ["fences"] = (FaultKind.Fences, Moment.Submit, 1),
        ["cut"] = (FaultKind.Cut, Moment.Submit, 1),
        ["wrongtypes"] = (FaultKind.WrongTypes, Moment.Submit, 1),
        ["toofew"] = (FaultKind.TooFew, Moment.Submit, 1),
        ["toomanyscenes"] = (FaultKind.TooManyScenes, Moment.Submit, 1),
        ["wronglanguage"] = (FaultKind.WrongLanguage, Moment.Submit, 1),
        ["greeting"] = (FaultKind.Greeting, Moment.Submit, 1),
        ["prose"] = (FaultKind.Prose, Moment.Submit, 1),
        ["refusal"] = (FaultKind.Refusal, Moment.Fate, Fault.Always),
        ["streamdrop"] = (FaultKind.StreamDrop, Moment.Submit, 1),
        ["slowstream"] = (FaultKind.SlowStream, Moment.Submit, 1),
    };

    public static IReadOnlyList<string> Names => [.. Known.Keys];

    /// <summary>The fault meant by <paramref name="text"/>, or null.</summary>
    public static Fault? Find(string text)
    {
        var parts = Form.Match(text.Trim());
        if (!parts.Success || !Known.TryGetValue(parts.Groups["name"].Value, out var known))
            return null;
        var on = parts.Groups["on"].Success ? Enum.Parse<Moment>(parts.Groups["on"].Value, ignoreCase: true) : known.On;
        var times = !parts.Groups["times"].Success ? known.Times
            : int.TryParse(parts.Groups["times"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Fault.Always;
        double? seconds = parts.Groups["seconds"].Success ? double.Parse(parts.Groups["seconds"].Value, CultureInfo.InvariantCulture) : null;
        return times < 1 ? null : new Fault { Kind = known.Kind, On = on, Times = times, Seconds = seconds, Name = text.Trim() };
    }

    /// <summary>The faults marked in a prompt as <c>[[...]]</c>, in order.</summary>
    public static IEnumerable<Fault> In(string prompt) =>
        Marker.Matches(prompt).Select(match => Find(match.Groups["fault"].Value)).OfType<Fault>();

    [GeneratedRegex(@"^((?<on>any|submit|fate|status|download|upload|token|cancel)-)?(?<name>[a-z0-9]+)(:(?<seconds>\d+(\.\d+)?))?(\*(?<times>\d+|always))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form { get; }

    [GeneratedRegex(@"\[\[(?<fault>[^\[\]]{1,60})\]\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker { get; }
}

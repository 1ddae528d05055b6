using System.CommandLine;
using Rushes.Engine.Making;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Cli.Options;

/// <summary>What the three workflows have in common; reads them into a brief.</summary>
internal sealed class FilmOptions
{
    private readonly Option<string?> _duration = Opt.Text("--duration", "cli.opt-duration", "SECONDS");
    private readonly Option<string?> _aspect = Opt.Text("--aspect", "cli.opt-aspect", "W:H");
    private readonly Option<string?> _language = Opt.Text("--language", "cli.opt-language", "LANG");
    private readonly Option<string?> _style = Opt.Text("--style", "cli.opt-style", "STYLE");
    private readonly Option<string?> _domain = Opt.Text("--domain", "cli.opt-domain", "DOMAIN");
    private readonly Option<string?> _topic = Opt.Text("--topic", "cli.opt-topic", "TOPIC");
    private readonly Option<string?> _template = Opt.Text("--template", "cli.opt-template", "TEMPLATE");
    private readonly Option<string?> _platform = Opt.Text("--platform", "cli.opt-platform", "PLATFORM");
    private readonly Option<string?> _quality = Opt.Text("--quality", "cli.opt-quality", "QUALITY");
    private readonly Option<string?> _upscale = Opt.Text("--upscale", "cli.opt-upscale", "SIZE");
    private readonly Option<string?> _copies = Opt.Text("--copies", "cli.opt-copies", "N");
    private readonly Option<string?> _captions = Opt.Text("--captions", "cli.opt-captions", "MODE");
    private readonly Option<string?> _sound = Opt.Text("--sound", "cli.opt-sound", "MODE");
    private readonly Option<string?> _voice = Opt.Text("--voice", "cli.opt-voice", "VOICE");
    private readonly Option<string?> _manner = Opt.Text("--manner", "cli.opt-film-manner", "STYLE");
    private readonly Option<string?> _rate = Opt.Text("--rate", "cli.opt-rate", "X");
    private readonly Option<string?> _pitch = Opt.Text("--pitch", "cli.opt-pitch", "SEMITONES");
    private readonly Option<string?> _expressiveness = Opt.Text("--expressiveness", "cli.opt-expressiveness", "X");
    private readonly Option<string?> _music = Opt.Text("--music", "cli.opt-music", "FILE");
    private readonly Option<string?> _transition = Opt.Text("--transition", "cli.opt-transition", "NAME");
    private readonly Option<bool> _noSlate = Opt.Flag("--no-slate", "cli.opt-no-slate");
    private readonly Option<bool> _chain = Opt.Flag("--chain", "cli.opt-chain");
    private readonly Option<string?> _seed = Opt.Text("--seed", "cli.opt-seed", "N");
    private readonly Option<string?> _provider = Opt.Text("--provider", "cli.opt-provider", "NAME");
    private readonly Option<string[]> _account = Opt.Many("--account", "cli.opt-account", "NAME");
    private readonly Option<string?> _model = Opt.Text("--model", "cli.opt-model", "MODEL");
    private readonly Option<string?> _wait = Opt.Text("--wait", "cli.opt-wait", "DURATION");
    private readonly Option<string?> _maxCost = Opt.Text("--max-cost", "cli.opt-max-cost", "X");
    private readonly Option<string?> _writer = Opt.Text("--writer", "cli.opt-writer", "WRITER");

    /// <summary>Frames, captions, sound and cut of the film.</summary>
    public IEnumerable<Option> OfPicture =>
        [_aspect, _platform, _quality, _upscale, _captions, _sound, _voice, _manner, _rate, _pitch, _expressiveness, _music, _transition, _noSlate];

    /// <summary>What is told, and how.</summary>
    public IEnumerable<Option> OfScript => [_duration, _language, _style, _domain, _topic, _template, _writer, _seed];

    /// <summary>Who films.</summary>
    public IEnumerable<Option> OfShooting => [_copies, _provider, _account, _model, _chain, _wait, _maxCost];

    /// <summary>Most that may be spent.</summary>
    public Option OfMoney => _maxCost;

    public IEnumerable<Option> All => [.. OfScript, .. OfPicture, .. OfShooting];

    /// <summary>The user named a duration.</summary>
    public bool NamesDuration(ParseResult parsed) => parsed.GetValue(_duration) is not null;

    public ShootingWishes Wishes(ParseResult parsed) =>
        new(parsed.Time(_wait) ?? ShootingWishes.DefaultWait, (decimal?)parsed.Number(_maxCost, 0, 1e9));

    /// <summary>Null where nothing was said of it.</summary>
    private Manner? MannerOf(ParseResult parsed)
    {
        var manner = new Manner
        {
            Style = parsed.GetValue(_manner),
            Rate = parsed.Number(_rate, double.MinValue, double.MaxValue),
            Pitch = parsed.Number(_pitch, double.MinValue, double.MaxValue),
            Expressiveness = parsed.Number(_expressiveness, double.MinValue, double.MaxValue),
        };
        return manner == Manner.Plain ? null : manner;
    }

    public Brief Read(ParseResult parsed, Workflow workflow, string idea) => new()
    {
        Workflow = workflow,
        Idea = idea,
        Duration = parsed.Number(_duration, double.MinValue, double.MaxValue) ?? 32,
        Aspect = parsed.GetValue(_aspect) is { } aspect ? Aspect.Parse(aspect) : Aspect.Vertical,
        Language = parsed.GetValue(_language),
        Style = parsed.GetValue(_style) ?? "cinematic",
        Domain = parsed.GetValue(_domain),
        Topic = parsed.GetValue(_topic),
        Template = parsed.GetValue(_template),
        Platform = parsed.GetValue(_platform),
        Quality = (Quality)(parsed.Choice(_quality, "preview", "full") ?? 1),
        Upscale = parsed.Choice(_upscale, [.. Upscales.All]) is { } upscale ? Upscales.All[upscale] : null,
        Copies = (int)(parsed.Whole(_copies, 1, 12) ?? 1),
        Captions = (Captions)(parsed.Choice(_captions, "burn", "soft", "none") ?? 0),
        Sound = (Sound?)parsed.Choice(_sound, "clip", "voices", "mix"),
        Voice = parsed.GetValue(_voice),
        Manner = MannerOf(parsed),
        Music = parsed.ExistingFile(_music),
        Transition = parsed.GetValue(_transition) ?? "cut",
        Slate = !parsed.GetValue(_noSlate),
        Seed = parsed.Whole(_seed, 0, long.MaxValue) ?? 0,
        Provider = parsed.GetValue(_provider),
        Accounts = parsed.GetValue(_account) ?? [],
        Model = parsed.GetValue(_model),
        Chain = parsed.GetValue(_chain),
        Writer = parsed.GetValue(_writer),
    };
}

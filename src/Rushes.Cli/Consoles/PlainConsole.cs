using System.Globalization;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Cli.Consoles;

/// <summary>Plain lines, one for everything worth knowing; for pipes, logs and quiet work.</summary>
internal sealed class PlainConsole(TextWriter output, bool quiet, bool asks) : IStudioConsole
{
    private readonly Lock _writing = new();
    private readonly Dictionary<(int Scene, int Take), TakeState> _told = [];
    private int _planned;
    private int _ready;

    public bool Asks => asks;

    public void Say(string line)
    {
        if (quiet)
            return;
        lock (_writing)
            output.WriteLine(line);
    }

    public void Warn(string line)
    {
        lock (_writing)
            Console.Error.WriteLine(line);
    }

    public bool Confirm(string question) => !Asks || Questions.Ask(question);

    public void Tell(FilmNews news)
    {
        switch (news)
        {
            case FilmNews.Said said:
                Say(said.Sentence);
                break;
            case FilmNews.Warned warned:
                Warn(warned.Sentence);
                break;
            case FilmNews.SceneWritten written:
                Say(Sentence.Of("writing.scene", written.Scene, written.Of, written.Prompt));
                break;
            case FilmNews.Planned planned:
                _planned = planned.Takes;
                break;
            case FilmNews.TakeChanged change when IsNew(change):
                Say(Describe(change));
                break;
        }
    }

    public void Dispose() => output.Flush();

    private bool IsNew(FilmNews.TakeChanged change)
    {
        lock (_writing)
        {
            var key = (change.Scene, change.Take);
            if (_told.TryGetValue(key, out var before) && before == change.State)
                return false;
            _told[key] = change.State;
            if (change.State == TakeState.Ready)
                _ready++;
            return change.State is not (TakeState.Queued or TakeState.Generating or TakeState.Downloading);
        }
    }

    private string Describe(FilmNews.TakeChanged change)
    {
        var scene = change.Take == 1
            ? change.Scene.ToString(CultureInfo.CurrentCulture)
            : string.Create(CultureInfo.CurrentCulture, $"{change.Scene}.{change.Take}");
        return change.State switch
        {
            TakeState.Submitting => Sentence.Of("film.scene-started", scene, change.Nth, change.Of, change.Account),
            TakeState.Ready => Sentence.Of("film.scene-ready", scene, _ready, Math.Max(_planned, _ready)),
            _ => Sentence.Of("film.scene-state", scene, Sentence.Of($"film.state-{StateKey(change.State)}"), change.Reason).TrimEnd(' ', ':'),
        };
    }

    internal static string StateKey(TakeState state) => state.ToString().ToLowerInvariant();
}

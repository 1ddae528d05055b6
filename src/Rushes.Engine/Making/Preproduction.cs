using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Everything before the first take: the brief settled, the script written, the project's folder made, the voices spoken.</summary>
public sealed class Preproduction(IProjectFolders folders, Scripting scripting, SpeechDirector voices, ISoundCheck sounds)
{
    /// <summary>Makes the project of a new film, with its script.</summary>
    /// <param name="script">The user's own; null has one written.</param>
    /// <param name="folder">Absolute folder that the user named; null makes one from the title.</param>
    /// <param name="limits">Of whoever films.</param>
    /// <param name="suits">Looks at brief and script before anything is made; throws when nobody can film them.</param>
    /// <param name="leaves">The script leaves this machine: somebody else films it, and may refuse to.</param>
    /// <exception cref="MistakeException">The brief breaks a rule; nothing was made then.</exception>
    public async Task<Project> BeginAsync(
        Brief brief, Script? script, string? folder, FilmingLimits limits, Action<Brief, Script> suits, bool leaves, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(suits);
        ArgumentNullException.ThrowIfNull(watcher);
        var (settled, written) = await DraftAsync(brief, script, limits, watcher, cancellation);
        suits(settled, written);
        var project = folders.Create(settled, written.Title, folder);
        folders.WriteScript(project, written);
        Introduce(settled, written, script is null, watcher);
        foreach (var warning in LookAt(written, settled, limits, leaves))
            watcher.Tell(new FilmNews.Said(warning));
        return project;
    }

    /// <summary>The script that would be filmed; nothing is made.</summary>
    public async Task<(Brief Brief, Script Script)> DraftAsync(
        Brief brief, Script? script, FilmingLimits limits, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var settled = scripting.Settle(brief);
        await CheckSoundAsync(settled, cancellation);
        return (settled, script ?? await scripting.WriteAsync(settled, limits, 0, watcher, cancellation));
    }

    /// <summary>Looks whether the voice and the music that the user named can be heard.</summary>
    /// <exception cref="MistakeException">One cannot; the field is <c>voice</c> or <c>music</c>.</exception>
    public async Task CheckSoundAsync(Brief brief, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(brief);
        if (brief.Voice is { } wanted)
            await voices.DemandAsync(wanted, brief.Language ?? BriefRules.LanguageOf(brief), cancellation);
        if (brief.Music is { } music)
            await sounds.CheckAsync(music, cancellation);
    }

    /// <summary>What a person should look at in a script, as sentences.</summary>
    public IReadOnlyList<string> LookAt(Script script, Brief brief, FilmingLimits limits, bool leaves)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return [.. scripting.Look(script, brief, limits.Prompt).Where(warning => leaves || warning.Kind != WarningKinds.Policy).Select(warning => warning.Line)];
    }

    /// <summary>Reads the script as it is now and has it spoken; lines that were spoken before are not spoken again.</summary>
    public async Task<FilmSheet> SheetAsync(Project project, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(watcher);
        var script = folders.ReadScript(project);
        var done = 0;
        var spoken = await voices.SpeakAsync(
            script.SpokenIn(project.Brief.Manner),
            project.Brief.Voice,
            FrameRate.Film,
            project.Lines,
            scene =>
            {
                SceneVoices.Write(scene, FrameRate.Film, project.Audio);
                watcher.Tell(new FilmNews.Voiced(Interlocked.Increment(ref done), script.Scenes.Count));
            },
            cancellation);
        foreach (var remark in spoken.Remarks)
            watcher.Tell(new FilmNews.Warned(remark));
        if (!spoken.Bill.IsEmpty)
            watcher.Tell(new FilmNews.Said(InWords(spoken.Bill)));
        if (spoken.Silent)
            watcher.Tell(new FilmNews.Warned(Sentence.Of("film.no-voice", script.Language)));
        if (spoken.HeldFrames > 0)
            watcher.Tell(new FilmNews.Said(Sentence.Of("film.held", FrameRate.Film.Seconds(spoken.HeldFrames))));
        return new FilmSheet(project, script, spoken);
    }

    private static void Introduce(Brief brief, Script script, bool written, IFilmWatcher watcher)
    {
        watcher.Tell(new FilmNews.Said(Sentence.Of("film.script", script.Title, script.Scenes.Count, script.Duration)));
        TellWriter(brief, script, written, watcher);
    }

    /// <summary>Says who wrote a script, where a language model would write better.</summary>
    /// <param name="written">It was written for this film; otherwise it came from the user.</param>
    public static void TellWriter(Brief brief, Script script, bool written, IFilmWatcher watcher)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(watcher);
        if (written && brief.Workflow != Workflow.Image2Video && script.WrittenBy is null)
            watcher.Tell(new FilmNews.Said(Sentence.Of("film.builtin-writer")));
    }

    /// <summary>What the voices cost, for people.</summary>
    private static string InWords(SpeechBill bill)
    {
        if (bill.Spoken == 0)
            return Sentence.Of("voices.bill-kept", bill.Kept);
        var cost = bill.Cost is { } amount ? Sentence.Of("writing.cost", amount, bill.Currency) : Sentence.Of("writing.cost-unknown");
        return Sentence.Of("voices.bill", bill.Spoken, bill.Kept, cost);
    }
}

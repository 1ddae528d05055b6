using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.Pictures;
using Rushes.Engine.Writing.Policy;
using Rushes.Engine.Writing.Social;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>From a brief to a script: checks what was asked for, finds the writer, and says what the checks say of the result.</summary>
public sealed class Scripting(
    ScriptWriters writers, Catalogue catalogue, ScriptChecks checks, PolicyCheck policy, ScriptJudge judge, StoryPosts posts)
{
    /// <summary>The brief with everything settled that the user left open.</summary>
    /// <exception cref="MistakeException">The first rule that the brief breaks.</exception>
    public Brief Settle(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        BriefRules.Check(brief, catalogue.Known);
        return brief with { Language = BriefRules.LanguageOf(brief) };
    }

    /// <summary>Writes the script of a settled brief.</summary>
    /// <exception cref="MistakeException">There is no such writer, or it could not write this.</exception>
    /// <param name="limits">Of whoever films.</param>
    /// <param name="variant">0 for the script; others differ in hook, template or turn of events.</param>
    public async Task<Script> WriteAsync(Brief brief, FilmingLimits limits, int variant, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(limits);
        if (brief.Workflow == Workflow.Image2Video)
            return ImageScript.Of(brief);
        var writer = await writers.ChooseAsync(brief.Writer, cancellation);
        watcher.Tell(new FilmNews.Said(Sentence.Of("film.writing", writer.Name)));

        // The built-in writer is done before anybody could read along.
        var news = writer is BuiltInWriter ? null : new WritingWatch(watcher);
        var script = await writer.WriteAsync(new WritingOrder(brief, limits.Clips, variant) { PromptLimit = limits.Prompt }, news, cancellation);
        if (script.WrittenBy is { } authorship)
            watcher.Tell(new FilmNews.Said(WritingWatch.BillOf(authorship)));
        return script.Social.Count > 0 ? script : script with { Social = posts.Write(script, brief.Platform) };
    }

    /// <summary>What a language model would ask for the script of a settled brief.</summary>
    /// <returns>Null when it is written for nothing.</returns>
    /// <exception cref="MistakeException">There is no such writer.</exception>
    public async Task<WritingForecast?> ForecastAsync(Brief brief, FilmingLimits limits, int variant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(limits);
        if (brief.Workflow == Workflow.Image2Video)
            return null;
        return await (await writers.ChooseAsync(brief.Writer, cancellation)).ForecastAsync(new WritingOrder(brief, limits.Clips, variant) { PromptLimit = limits.Prompt }, cancellation);
    }

    /// <summary>Writes one scene of a script anew: by the writer that the brief names, else by the kind of writer that wrote the script.</summary>
    /// <param name="scene">Counted from 1.</param>
    /// <returns>The script with that scene; its seconds are as they were.</returns>
    /// <exception cref="MistakeException">There is no such scene or writer, or it could not write this.</exception>
    public async Task<Script> RewriteAsync(Brief brief, Script script, int scene, FilmingLimits limits, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        var order = OrderOf(brief, script, scene, limits);
        var writer = await WriterOfAsync(brief, script, cancellation);
        watcher.Tell(new FilmNews.Said(Sentence.Of("film.rewriting", scene, writer.Name)));
        var written = await writer.RewriteAsync(order, new WritingWatch(watcher), cancellation);
        if (written.WrittenBy is not { } authorship)
            return written with { WrittenBy = script.WrittenBy };
        watcher.Tell(new FilmNews.Said(WritingWatch.BillOf(authorship)));
        return written with { WrittenBy = authorship.Plus(script.WrittenBy) };
    }

    /// <summary>What a language model would ask for writing a scene anew.</summary>
    /// <exception cref="MistakeException">There is no such scene or writer.</exception>
    public async Task<CostShare> PriceAsync(Brief brief, Script script, int scene, FilmingLimits limits, CancellationToken cancellation) =>
        await (await WriterOfAsync(brief, script, cancellation)).PriceAsync(OrderOf(brief, script, scene, limits), cancellation);

    /// <summary>What a person should look at in a script, whoever wrote it and whoever films it.</summary>
    /// <param name="prompt">Characters of the longest prompt that whoever films takes whole.</param>
    public IReadOnlyList<ScriptWarning> Look(Script script, Brief brief, int prompt) => [.. checks.Check(script, brief, prompt), .. policy.Check(script)];

    /// <summary>How well a script does by rules of thumb.</summary>
    public ScriptScore Score(Script script, Brief brief) => judge.Judge(script, brief);

    private static RewriteOrder OrderOf(Brief brief, Script script, int scene, FilmingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(limits);
        if (scene < 1 || scene > script.Scenes.Count)
            throw Mistake.Input("film.no-scene", "scene", scene, script.Scenes.Count).AsException();
        return new(new WritingOrder(brief with { Language = script.Language }, limits.Clips) { PromptLimit = limits.Prompt }, script, scene);
    }

    /// <summary>What the built-in writer wrote it goes on writing: nobody who has an account pays for that unasked.</summary>
    private Task<IScriptWriter> WriterOfAsync(Brief brief, Script script, CancellationToken cancellation) => writers.ChooseAsync(
        brief.Writer ?? (script.WrittenBy is null && BuiltInWriter.Knows(script.Language) ? BuiltInWriter.Builtin : null), cancellation);
}

using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>One scene of a script while a language model writes it anew: asked for with its neighbours, and mended by itself where the checks find fault.</summary>
internal sealed class SceneAtWork
{
    private readonly RewriteOrder _order;
    private readonly ScenePlan _plan;
    private readonly ScriptPrompts _prompts;
    private readonly ModelDesk _desk;
    private readonly WriterTools _tools;
    private readonly IProgress<WritingNews>? _news;
    private readonly StoryHead _head;
    private readonly List<string> _reasons = [];

    public SceneAtWork(RewriteOrder order, ModelDesk desk, WriterTools tools, IProgress<WritingNews>? news)
    {
        _order = order;
        _plan = ScenePlan.Over(order, new Catalogue(tools.Shelf), tools.Shelf.Read<WritingChoices>("prompts/writing.json"));
        _prompts = new(tools.Shelf, order.Film, _plan);
        _desk = desk;
        _tools = tools;
        _news = news;
        _head = new() { Title = order.Script.Title, HookSummary = order.Script.HookSummary, EmotionalArc = order.Script.EmotionalArc, Characters = order.Script.Characters };
    }

    /// <summary>Why there is no other scene, in sentences.</summary>
    public IReadOnlyList<string> Reasons => [.. _reasons.Distinct(StringComparer.Ordinal)];

    /// <summary>A model said that it will not write this.</summary>
    public bool WasDeclined { get; private set; }

    /// <returns>The script with another scene; null when none could be had.</returns>
    public async Task<Script?> WriteAsync(CancellationToken cancellation)
    {
        string? complaint = null;
        for (var round = 0; round <= _tools.Room.Rules.Repairs; round++)
        {
            SceneRead? read = null;
            switch (await _desk.AskAsync(_prompts.Rewrite(_head, _order, complaint), () => Listen(found => read = found), cancellation))
            {
                case Reply.Answered answer when read?.Scene is { } scene && scene.Prompt != _order.Before.Prompt:
                    await _desk.KeepAsync(answer, cancellation);
                    return await FinishedAsync(scene, cancellation);
                case Reply.Answered answer:
                    complaint = read switch
                    {
                        { Scene: not null } => Sentence.Of("writing.same-scene"),
                        { Complaint: { } wrong } => wrong,
                        _ => Sentence.Of(answer.Text.Length == 0 ? "writing.empty-answer" : answer.IsWhole ? "writing.no-scenes" : "writing.cut-answer", 1),
                    };
                    _reasons.Add($"{answer.By}: {complaint}");
                    break;
                case Reply.Declined declined:
                    WasDeclined = true;
                    _reasons.Add($"{declined.By}: {declined.Words}");
                    return null;
                case Reply.Nobody nobody:
                    _reasons.AddRange(nobody.Reasons);
                    return null;
            }
        }

        return null;
    }

    /// <summary>What the question and its answer would come to, when they go as usual; nothing is asked.</summary>
    /// <returns>Tokens; null when the question was answered before.</returns>
    public async Task<(long Input, long Output)?> ReckonAsync(CancellationToken cancellation)
    {
        var question = _prompts.Rewrite(_head, _order, null);
        if (await _desk.IsKeptAsync(question, cancellation))
            return null;
        var usual = _tools.Shelf.Read<WritingChoices>("prompts/writing.json").Usual;
        return ((long)(question.Length / usual.CharactersAToken * (1 + usual.AskedAgain)), (long)(usual.Scene * (1 + usual.AskedAgain)));
    }

    private async Task<Script> FinishedAsync(Scene scene, CancellationToken cancellation)
    {
        var finish = new SceneFinish(_tools.Shelf, _order.Film);
        var script = _order.With(finish.Of(scene, _plan.Scenes[_order.Scene - 1], null, _order.Script.Characters), []);
        _news?.Report(new WrittenScene(_order.Scene, script.Scenes.Count, script.Scenes[_order.Scene - 1]));
        return await new ScriptMender(_order.Film, _prompts, _desk, _tools, finish, _news).MendAsync(script, _head, only: _order.Scene, cancellation);
    }

    /// <summary>Hears the scene of the right number; where there is none, the first one that could be read.</summary>
    private Action<string> Listen(Action<SceneRead> hear)
    {
        SceneRead? first = null;
        return new AnswerScanner(Take).Read;

        void Take(AnswerPart part)
        {
            if (part is { IsItem: false, Json: ['{', ..] })
                new AnswerScanner(Take).Read(part.Json);
            if (!part.IsItem)
                return;
            var read = SceneReading.Scene(part.Json);
            if (read.Number != _order.Scene && first?.Scene is not null)
                return;
            hear(first = read);
        }
    }
}

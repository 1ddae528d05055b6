using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Composing;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// One script while language models write it: the whole at once where it is short, an outline and then its scenes in parallel where it is long. Whatever comes
/// is kept scene by scene; only what is missing is asked for again.
/// </summary>
internal sealed class ScriptAtWork
{
    private readonly Lock _door = new();
    private readonly WritingOrder _order;
    private readonly ScenePlan _plan;
    private readonly ScriptPrompts _prompts;
    private readonly ModelDesk _desk;
    private readonly WriterTools _tools;
    private readonly SceneFinish _finish;
    private readonly IProgress<WritingNews>? _news;
    private readonly Scene?[] _scenes;
    private readonly OutlinedScene?[] _outline;
    private readonly string?[] _complaints;
    private readonly List<string> _reasons = [];
    private readonly List<string> _remarks = [];
    private StoryHead _head = new();

    public ScriptAtWork(WritingOrder order, ScenePlan plan, ModelDesk desk, WriterTools tools, IProgress<WritingNews>? news)
    {
        _order = order;
        _plan = plan;
        _desk = desk;
        _tools = tools;
        _news = news;
        _prompts = new(tools.Shelf, order, plan);
        _finish = new(tools.Shelf, order);
        _scenes = new Scene?[plan.Scenes.Count];
        _outline = new OutlinedScene?[plan.Scenes.Count];
        _complaints = new string?[plan.Scenes.Count];
    }

    private DeskRules Rules => _tools.Room.Rules;

    /// <summary>Why there is no script, or not all of it, in sentences.</summary>
    public IReadOnlyList<string> Reasons => [.. _reasons.Distinct(StringComparer.Ordinal)];

    /// <summary>A model said that it will not write this.</summary>
    public bool WasDeclined { get; private set; }

    public IReadOnlyList<string> Remarks => _remarks;

    /// <returns>Null when not one scene could be had.</returns>
    public async Task<Script?> WriteAsync(CancellationToken cancellation)
    {
        if (_scenes.Length <= Rules.WholeUpTo)
            await WholeAsync(cancellation);
        else
            await OutlineAsync(cancellation);
        if (!_head.IsThere && Array.TrueForAll(_scenes, scene => scene is null))
            return null;
        await FillAsync(cancellation);
        if (Array.TrueForAll(_scenes, scene => scene is null))
            return null;
        await StandInAsync(cancellation);
        return await new ScriptMender(_order, _prompts, _desk, _tools, _finish, _news).MendAsync(Assembled(), _head, only: null, cancellation);
    }

    /// <summary>What the questions and answers would come to, when they go as usual; nothing is asked.</summary>
    /// <returns>Tokens; null when the first question was answered before.</returns>
    public async Task<(long Input, long Output)?> ReckonAsync(CancellationToken cancellation)
    {
        var count = _scenes.Length;
        var outlined = count > Rules.WholeUpTo;
        var acts = count <= Rules.OutlineUpTo ? [] : ActsOf(count, Rules.ActScenes);
        var first = !outlined ? _prompts.Whole(null) : acts.Count > 0 ? _prompts.Acts(acts, null) : _prompts.Outline(null);
        if (await _desk.IsKeptAsync(first, cancellation))
            return null;
        var usual = _tools.Shelf.Read<WritingChoices>("prompts/writing.json").Usual;
        var input = Rules.UsualCalls(count) * (first.Length / usual.CharactersAToken);
        var scenes = count * (double)usual.Scene;
        var output = usual.Head + scenes + (outlined ? count * usual.Outlined : 0);
        return ((long)(input * (1 + usual.AskedAgain)), (long)(output + (scenes * usual.AskedAgain)));
    }

    private async Task WholeAsync(CancellationToken cancellation)
    {
        int[] all = [.. Enumerable.Range(0, _scenes.Length)];
        string? complaint = null;
        for (var round = 0; round <= Rules.Repairs; round++)
        {
            var reply = await _desk.AskAsync(_prompts.Whole(complaint), () => Listen(all), cancellation);
            if (reply is not Reply.Answered answer)
            {
                Note(reply);
                return;
            }

            if (Array.Exists(_scenes, scene => scene is not null))
            {
                // What it lacks is asked for by itself, the next time as well.
                await _desk.KeepAsync(answer, cancellation);
                return;
            }

            complaint = ComplaintAbout(answer, all);
            Note(answer, complaint);
        }
    }

    private async Task OutlineAsync(CancellationToken cancellation)
    {
        var acts = _scenes.Length <= Rules.OutlineUpTo ? [] : ActsOf(_scenes.Length, Rules.ActScenes);
        string? complaint = null;
        for (var round = 0; round <= Rules.Repairs; round++)
        {
            var question = acts.Count > 0 ? _prompts.Acts(acts, complaint) : _prompts.Outline(complaint);
            var reply = await _desk.AskAsync(question, () => Listen(), cancellation);
            if (reply is not Reply.Answered answer)
            {
                Note(reply);
                return;
            }

            // Half an outline is worth more than none; without a head nobody could write.
            if (_head.IsThere && (acts.Count > 0 ? _head.Acts.Count == acts.Count : _outline.Count(scene => scene is not null) * 2 > _scenes.Length))
            {
                await _desk.KeepAsync(answer, cancellation);
                break;
            }

            complaint = Sentence.Of("writing.no-outline");
            Note(answer, complaint);
        }

        if (acts.Count > 0 && _head.Acts.Count > 0)
            await EachAsync(acts.Count, act => ActAsync(act, acts[act], cancellation), cancellation);
    }

    private async Task ActAsync(int act, Range scenes, CancellationToken cancellation)
    {
        var (start, length) = scenes.GetOffsetAndLength(_scenes.Length);
        string? complaint = null;
        for (var round = 0; round < Rules.Repairs; round++)
        {
            var reply = await _desk.AskAsync(_prompts.Act(_head, act, scenes, complaint), () => Listen([.. Enumerable.Range(start, length)], outlines: true), cancellation);
            if (reply is not Reply.Answered answer)
            {
                Note(reply);
                return;
            }

            if (Enumerable.Range(start, length).Count(index => _outline[index] is not null) * 2 > length)
            {
                await _desk.KeepAsync(answer, cancellation);
                return;
            }

            complaint = Sentence.Of("writing.no-outline");
            Note(answer, complaint);
        }
    }

    /// <summary>Asks for the scenes that are missing, in smaller and smaller batches.</summary>
    private async Task FillAsync(CancellationToken cancellation)
    {
        var rounds = _scenes.Length <= Rules.WholeUpTo ? Rules.Repairs : Rules.Repairs + 1;
        var size = Rules.BatchFor(_scenes.Length);
        for (var round = 0; round < rounds; round++, size = Math.Max(1, size / 2))
        {
            var batches = Enumerable.Range(0, _scenes.Length).Where(index => _scenes[index] is null).Chunk(size).ToList();
            if (batches.Count == 0)
                return;
            var nobody = false;

            // As it is before any of them is asked: whatever order they come in, the next time asks the same.
            string?[] known = [.. Enumerable.Range(0, _scenes.Length).Select(Known)];
            await EachAsync(
                batches.Count,
                async index =>
                {
                    if (!Volatile.Read(ref nobody) && !await BatchAsync(batches[index], known, cancellation))
                        Volatile.Write(ref nobody, true);
                },
                cancellation);
            if (nobody)
                return;
        }
    }

    /// <param name="known">What is known of every scene.</param>
    /// <returns>False when there is nobody left to ask.</returns>
    private async Task<bool> BatchAsync(int[] batch, string?[] known, CancellationToken cancellation)
    {
        var complaints = batch.Select(index => _complaints[index]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var question = _prompts.Scenes(_head, index => known[index], batch, complaints.Count > 0 ? string.Join(' ', complaints.Take(3)) : null);
        var reply = await _desk.AskAsync(question, () => Listen(batch), cancellation);
        switch (reply)
        {
            case Reply.Answered answer when Array.TrueForAll(batch, index => _scenes[index] is not null):
                await _desk.KeepAsync(answer, cancellation);
                return true;
            case Reply.Answered answer:
                if (Array.Exists(batch, index => _scenes[index] is not null))
                    await _desk.KeepAsync(answer, cancellation);
                var complaint = ComplaintAbout(answer, batch);
                foreach (var index in batch.Where(index => _scenes[index] is null))
                    _complaints[index] ??= complaint;
                Note(answer, complaint);
                return true;
            default:
                Note(reply);
                return reply is Reply.Declined;
        }
    }

    private Task EachAsync(int count, Func<int, Task> work, CancellationToken cancellation) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = Rules.AtOnce, CancellationToken = cancellation },
        async (index, _) => await work(index));

    /// <summary>What is known of a scene before or after it is written, for who writes its neighbours.</summary>
    private string? Known(int index)
    {
        if (_outline[index] is { } told)
        {
            var where = string.Join("; ", new[] { told.Location, told.TimeOfDay, told.Characters.Count > 0 ? string.Join(", ", told.Characters) : null }.OfType<string>());
            return where.Length > 0 ? $"{told.What} ({where})" : told.What;
        }

        return _scenes[index] is { } scene ? ScriptPrompts.Gist(scene) : null;
    }

    /// <param name="asked">The scenes that the answer is to bring, counted from 0, in order.</param>
    /// <param name="outlines">They are outlined, not written.</param>
    private Action<string> Listen(IReadOnlyList<int>? asked = null, bool outlines = false)
    {
        var all = Enumerable.Range(0, _scenes.Length);
        var left = new List<int>(outlines || asked is null ? [] : asked);
        var told = new List<int>(outlines ? asked! : all);
        var heard = new StoryHead();
        return new AnswerScanner(Take).Read;

        void Take(AnswerPart part)
        {
            lock (_door)
            {
                switch (part)
                {
                    case { Member: "scenes" or AnswerPart.Bare, IsItem: true } when !outlines:
                        TakeScene(part.Json, left);
                        break;
                    case { Member: "outline", IsItem: true }:
                        TakeOutline(part.Json, told);
                        break;
                    case { IsItem: false } when part.Json[0] == '{':
                        // Some models wrap the whole answer once more.
                        new AnswerScanner(Take).Read(part.Json);
                        break;
                    default:
                        heard = WithPart(heard, part);
                        _head = Merged(_head, heard);
                        break;
                }
            }
        }
    }

    private void TakeScene(string json, List<int> left)
    {
        var read = SceneReading.Scene(json);
        if (IndexOf(read.Number, left) is not { } index)
            return;
        left.Remove(index);
        if (read.Scene is null)
        {
            _complaints[index] = read.Complaint;
            return;
        }

        _scenes[index] = _finish.Of(read.Scene, _plan.Scenes[index], _outline[index], _head.Characters);
        _news?.Report(new WrittenScene(index + 1, _scenes.Length, _scenes[index]!));
    }

    private void TakeOutline(string json, List<int> left)
    {
        if (SceneReading.Outlined(json) is not { } told || IndexOf(told.Number, left) is not { } index)
            return;
        left.Remove(index);
        _outline[index] = told;
    }

    /// <summary>Where a numbered part belongs; one without a number, or with a wrong one, is the next.</summary>
    private static int? IndexOf(int? number, List<int> left) => left.Count == 0 ? null : number is { } told && left.Contains(told - 1) ? told - 1 : left[0];

    private static StoryHead WithPart(StoryHead head, AnswerPart part) => part switch
    {
        { Member: "title", IsItem: false } => head with { Title = SceneReading.Text(part.Json) },
        { Member: "hook_summary", IsItem: false } => head with { HookSummary = SceneReading.Text(part.Json) },
        { Member: "emotional_arc", IsItem: false } => head with { EmotionalArc = SceneReading.Text(part.Json) },
        { Member: "characters", IsItem: true } when SceneReading.Character(part.Json) is { } character => head with { Characters = [.. head.Characters, character] },
        { Member: "social", IsItem: true } when SceneReading.Post(part.Json) is { } post => head with { Social = [.. head.Social, post] },
        { Member: "acts", IsItem: true } when SceneReading.Outlined(part.Json) is { } act => head with { Acts = [.. head.Acts, act.What] },
        _ => head,
    };

    /// <summary>What was heard, and what is known from before where nothing was.</summary>
    private static StoryHead Merged(StoryHead before, StoryHead heard) => new()
    {
        Title = heard.Title ?? before.Title,
        HookSummary = heard.HookSummary ?? before.HookSummary,
        EmotionalArc = heard.EmotionalArc ?? before.EmotionalArc,
        Characters = heard.Characters.Count > 0 ? [.. heard.Characters.DistinctBy(one => one.Name, StringComparer.OrdinalIgnoreCase)] : before.Characters,
        Social = heard.Social.Count > 0 ? heard.Social : before.Social,
        Acts = heard.Acts.Count > 0 ? heard.Acts : before.Acts,
    };

    private async Task StandInAsync(CancellationToken cancellation)
    {
        var missing = Enumerable.Range(0, _scenes.Length).Where(index => _scenes[index] is null).ToList();
        if (missing.Count == 0)
            return;
        var own = BuiltInWriter.Knows(_order.Language) ? await _tools.BuiltIn.WriteAsync(_order, null, cancellation) : null;
        foreach (var index in missing)
        {
            var (scene, cast) = StandIn.Of(_plan.Scenes[index], _outline[index], own, _order.Brief);
            var names = _head.Characters.Select(one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            _head = _head with { Characters = [.. _head.Characters, .. cast.Where(one => !names.Contains(one.Name))] };
            _scenes[index] = _finish.Of(scene, _plan.Scenes[index], _outline[index], _head.Characters);
            _news?.Report(new WrittenScene(index + 1, _scenes.Length, _scenes[index]!));
        }

        var why = missing.Select(index => _complaints[index]).OfType<string>().Concat(_reasons).FirstOrDefault() ?? "";
        var remark = Sentence.Of("writing.stand-in", string.Join(", ", missing.Select(index => index + 1)), why).TrimEnd();
        _remarks.Add(remark);
        _news?.Report(new WritingRemark(remark, Matters: true));
    }

    private Script Assembled()
    {
        var brief = _order.Brief;
        var scenes = _scenes.Select(scene => scene!).ToList();
        return new()
        {
            Title = _head.Title ?? _head.HookSummary ?? scenes[0].Prompt.Split('.', 2)[0],
            Language = _order.Language,
            Kind = brief.Workflow == Rushes.Film.Briefs.Workflow.SalesVideo ? ScriptKind.Sales : ScriptKind.Story,
            Style = brief.Style,
            Domain = brief.Domain,
            Topic = brief.Topic,
            Template = _plan.TemplateId,
            HookSummary = _head.HookSummary ?? scenes[0].Narration ?? "",
            EmotionalArc = _head.EmotionalArc ?? string.Join(", ", scenes.Select(scene => scene.Emotion).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(7)),
            Characters = _head.Characters,
            Scenes = scenes,
            Social = _head.Social,
        };
    }

    private string ComplaintAbout(Reply.Answered answer, IReadOnlyList<int> asked) =>
        asked.Select(index => _complaints[index]).OfType<string>().FirstOrDefault()
        ?? (answer.Text.Length == 0 ? Sentence.Of("writing.empty-answer")
            : !answer.IsWhole ? Sentence.Of("writing.cut-answer")
            : Sentence.Of("writing.no-scenes", asked.Count));

    private void Note(Reply reply)
    {
        lock (_door)
        {
            switch (reply)
            {
                case Reply.Declined declined:
                    WasDeclined = true;
                    _reasons.Add($"{declined.By}: {declined.Words}");
                    break;
                case Reply.Nobody nobody:
                    _reasons.AddRange(nobody.Reasons);
                    break;
            }
        }
    }

    private void Note(Reply.Answered answer, string complaint)
    {
        lock (_door)
            _reasons.Add($"{answer.By}: {complaint}");
    }

    private static List<Range> ActsOf(int scenes, int length)
    {
        var count = (int)Math.Ceiling(scenes / (double)length);
        return [.. Enumerable.Range(0, count).Select(act => new Range(scenes * act / count, scenes * (act + 1) / count))];
    }
}

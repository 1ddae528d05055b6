using System.Collections.Concurrent;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Checking;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// Has the checks' findings mended: only the failing fields of the failing scenes are asked for again, and an answer counts only when it is better than what
/// it would replace. What remains stays as a warning.
/// </summary>
internal sealed class ScriptMender(
    WritingOrder order, ScriptPrompts prompts, ModelDesk desk, WriterTools tools, SceneFinish finish, IProgress<WritingNews>? news)
{
    private const int ScenesAQuestion = 6;

    // Which fields can put right what a check found. Kinds that are not here are for people: nobody rewrites a film's policy or seconds.
    private static readonly Dictionary<string, string[]> FieldsOf = new(StringComparer.Ordinal)
    {
        [WarningKinds.Prompt] = ["prompt"],
        [WarningKinds.Hook] = ["prompt", "dialogues", "narration"],
        [WarningKinds.Likeness] = ["prompt", "location", "visual_notes"],
        [WarningKinds.Idea] = ["prompt", "narration"],
        [WarningKinds.Language] = ["prompt", "location", "visual_notes", "dialogues", "narration"],
        [WarningKinds.Speech] = ["dialogues", "narration"],
        [WarningKinds.Character] = ["prompt", "characters", "dialogues"],
        [WarningKinds.Identity] = ["prompt"],
        [WarningKinds.Continuity] = ["location", "time_of_day", "visual_notes"],
    };

    /// <param name="only">Number of the one scene that may be changed; null: all of them and the head.</param>
    public async Task<Script> MendAsync(Script script, StoryHead head, int? only, CancellationToken cancellation)
    {
        for (var round = 0; round < tools.Room.Rules.Repairs; round++)
        {
            var warnings = Check(script);
            var faults = FaultsOf(only is null ? warnings : [.. warnings.Where(warning => warning.Scene == only)]);
            var ofHead = only is null ? OfHead(script, warnings) : [];
            if (faults.Count == 0 && ofHead.Count == 0)
                break;
            Tell(faults);
            var headed = ofHead.Count == 0 ? null : MendHeadAsync(head, ofHead, cancellation);
            var (mended, anybody) = await MendScenesAsync(script, head, faults, again: round > 0, cancellation);
            script = mended;
            if (headed is not null && await headed is { } better)
                script = Better(script, script with { Title = better.Title ?? script.Title, HookSummary = better.HookSummary ?? script.HookSummary, EmotionalArc = better.EmotionalArc ?? script.EmotionalArc });
            if (!anybody)
                break;
        }

        return script;
    }

    /// <summary>What is wrong with the head's own texts. Looks and posts are in other languages too sometimes; asking for the head again does not mend them.</summary>
    private List<string> OfHead(Script script, IReadOnlyList<ScriptWarning> warnings)
    {
        if (!warnings.Any(IsOfLanguage))
            return [];
        var headless = script with { Title = "", HookSummary = "", EmotionalArc = "" };
        var elsewhere = Check(headless).Where(IsOfLanguage).Select(warning => warning.Text).ToHashSet(StringComparer.Ordinal);
        return [.. warnings.Where(warning => IsOfLanguage(warning) && !elsewhere.Contains(warning.Text)).Select(warning => warning.Text)];

        static bool IsOfLanguage(ScriptWarning warning) => warning is { Scene: null, Kind: WarningKinds.Language };
    }

    private static Dictionary<int, List<ScriptWarning>> FaultsOf(IReadOnlyList<ScriptWarning> warnings) => warnings
        .Where(warning => FieldsOf.ContainsKey(warning.Kind) && (warning.Scene is not null || warning.Kind == WarningKinds.Idea))

        // An idea that is missing altogether comes in where the film begins.
        .GroupBy(warning => (warning.Scene ?? 1) - 1)
        .ToDictionary(group => group.Key, group => group.ToList());

    private async Task<(Script Script, bool Anybody)> MendScenesAsync(
        Script script, StoryHead head, Dictionary<int, List<ScriptWarning>> faults, bool again, CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<int, Scene>();
        var anybody = faults.Count == 0;
        await Parallel.ForEachAsync(
            faults.OrderBy(fault => fault.Key).Chunk(ScenesAQuestion),
            new ParallelOptions { MaxDegreeOfParallelism = tools.Room.Rules.AtOnce, CancellationToken = cancellation },
            async (chunk, stop) =>
            {
                string[] fields = [.. chunk.SelectMany(fault => fault.Value).SelectMany(warning => FieldsOf[warning.Kind]).Distinct(StringComparer.Ordinal)];
                var question = prompts.Mend(head, [.. chunk.Select(fault => (fault.Key, script.Scenes[fault.Key], (IReadOnlyList<string>)[.. fault.Value.Select(warning => warning.Text)]))], fields, again ? Sentence.Of("writing.still-wrong") : null);
                var asked = chunk.Select(fault => fault.Key).ToList();
                var reply = await desk.AskAsync(question, () => Listen(script, asked, found, fields), stop);
                if (reply is Reply.Answered answer)
                {
                    Volatile.Write(ref anybody, true);

                    // One that mends nothing was paid for as well, and asking again is another question: it says what is still wrong.
                    await desk.KeepAsync(answer, stop);
                }
            });
        return (Kept(script, faults, found), anybody);
    }

    private static Action<string> Listen(Script script, List<int> asked, ConcurrentDictionary<int, Scene> found, string[] fields)
    {
        var left = new List<int>(asked);
        return new AnswerScanner(Take).Read;

        void Take(AnswerPart part)
        {
            if (part is { IsItem: false, Json: ['{', ..] })
                new AnswerScanner(Take).Read(part.Json);
            if (!part.IsItem || left.Count == 0)
                return;

            var read = SceneReading.Scene(part.Json, promptIsThere: fields.Contains("prompt"));
            var index = read.Number is { } number && left.Contains(number - 1) ? number - 1 : left[0];
            left.Remove(index);
            if (read.Scene is { } scene)
                found[index] = With(script.Scenes[index], scene, fields);
        }
    }

    private static Scene With(Scene before, Scene answer, string[] fields)
    {
        var scene = before;
        foreach (var field in fields)
        {
            scene = field switch
            {
                "prompt" => scene with { Prompt = answer.Prompt },
                "location" => scene with { Location = answer.Location ?? scene.Location },
                "characters" => scene with { Characters = answer.Characters },
                "time_of_day" => scene with { TimeOfDay = answer.TimeOfDay ?? scene.TimeOfDay },
                "visual_notes" => scene with { VisualNotes = answer.VisualNotes ?? scene.VisualNotes },
                "dialogues" => scene with { Dialogues = answer.Dialogues },
                "narration" => scene with { Narration = answer.Narration },
                _ => scene,
            };
        }

        return scene;
    }

    /// <summary>The script with those scenes that became better, each with the fields that were found fault with and no others.</summary>
    private Script Kept(Script script, Dictionary<int, List<ScriptWarning>> faults, IReadOnlyDictionary<int, Scene> found)
    {
        if (found.Count == 0)
            return script;
        var scenes = script.Scenes.ToList();
        foreach (var (index, answer) in found)
        {
            string[] own = [.. faults[index].SelectMany(warning => FieldsOf[warning.Kind]).Distinct(StringComparer.Ordinal)];
            scenes[index] = finish.Of(With(script.Scenes[index], answer, own), script.Scenes[index], script.Characters);
        }

        var after = FaultsOf(Check(script with { Scenes = scenes }));
        foreach (var index in found.Keys)
        {
            if (after.GetValueOrDefault(index)?.Count >= faults[index].Count)
            {
                scenes[index] = script.Scenes[index];
                continue;
            }

            news?.Report(new WrittenScene(index + 1, scenes.Count, scenes[index]));
        }

        return script with { Scenes = scenes };
    }

    private Script Better(Script before, Script after) =>
        Check(after).Count <= Check(before).Count ? after : before;

    private IReadOnlyList<ScriptWarning> Check(Script script) => tools.Checks.Check(script, order.Brief, order.PromptLimit);

    private async Task<StoryHead?> MendHeadAsync(StoryHead head, IReadOnlyList<string> faults, CancellationToken cancellation)
    {
        var better = new StoryHead();
        var reply = await desk.AskAsync(prompts.MendHead(head, faults), () => new AnswerScanner(Take).Read, cancellation);
        if (reply is not Reply.Answered answer)
            return null;
        await desk.KeepAsync(answer, cancellation);
        return better;

        void Take(AnswerPart part) => better = part.Member switch
        {
            "title" => better with { Title = SceneReading.Text(part.Json) },
            "hook_summary" => better with { HookSummary = SceneReading.Text(part.Json) },
            "emotional_arc" => better with { EmotionalArc = SceneReading.Text(part.Json) },
            _ => better,
        };
    }

    private void Tell(Dictionary<int, List<ScriptWarning>> faults)
    {
        foreach (var (index, list) in faults.OrderBy(fault => fault.Key).Take(6))
            news?.Report(new WritingRemark(Sentence.Of("writing.mends", index + 1, list[0].Text), Matters: false));
    }
}

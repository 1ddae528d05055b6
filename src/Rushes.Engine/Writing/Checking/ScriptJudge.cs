using Rushes.Engine.Library;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Scores scripts of one brief, so that variants can be laid side by side.</summary>
public sealed class ScriptJudge(DataShelf shelf)
{
    public ScriptScore Judge(Script script, Brief brief)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(brief);
        var draft = new Draft(script, brief, new CheckingShelf(shelf).WordingOf(script.Language));
        if (script.Scenes.Count == 0)
            return new([new("visuals", 0, 1, Texts.Sentence.Of("script.check-no-scenes"))]);
        return brief.Workflow == Workflow.SalesVideo || script.Kind == ScriptKind.Sales
            ? new([
                HookMarks.Of(draft, 0.25), ArcMarks.Of(draft, 0.1), VisualMarks.Of(draft, 0.2), PacingMarks.Of(draft, 0.1), IdeaMarks.Of(draft, 0.1),
                SalesMarks.Call(draft, 0.15), SalesMarks.Trust(draft, 0.1),
            ])
            : new([HookMarks.Of(draft, 0.25), ArcMarks.Of(draft, 0.2), VisualMarks.Of(draft, 0.2), PacingMarks.Of(draft, 0.15), IdeaMarks.Of(draft, 0.2)]);
    }
}

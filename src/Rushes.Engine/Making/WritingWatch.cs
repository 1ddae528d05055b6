using Rushes.Engine.Texts;
using Rushes.Engine.Writing;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Tells a watcher of a film what its writer says, as it comes.</summary>
internal sealed class WritingWatch(IFilmWatcher watcher) : IProgress<WritingNews>
{
    public void Report(WritingNews value)
    {
        switch (value)
        {
            case WrittenScene written:
                watcher.Tell(new FilmNews.SceneWritten(written.Number, written.Of, written.Scene.Prompt));
                break;
            case WritingRemark { Matters: true } remark:
                watcher.Tell(new FilmNews.Warned(remark.Sentence));
                break;
            case WritingRemark remark:
                watcher.Tell(new FilmNews.Said(remark.Sentence));
                break;
        }
    }

    /// <summary>Who wrote a script, and what that took.</summary>
    public static string BillOf(Authorship authorship)
    {
        if (authorship is { Calls: 0, KeptAnswers: > 0 })
            return Sentence.Of("writing.bill-kept", authorship.Writer);
        return Sentence.Of("writing.bill", authorship.Writer, authorship.Calls, authorship.InputTokens, authorship.OutputTokens, CostOf(authorship));
    }

    /// <summary>Who translated a film's prompts, and what that took.</summary>
    public static string TranslationOf(Authorship authorship) => Sentence.Of("writing.translated", authorship.Writer, authorship.Calls, CostOf(authorship));

    private static string CostOf(Authorship authorship) =>
        authorship.Cost is { } amount ? Sentence.Of("writing.cost", amount, authorship.Currency) : Sentence.Of("writing.cost-unknown");
}

using Rushes.Engine.Watching;

namespace Rushes.Engine.Making;

/// <summary>What there is to tell of a run, from its events: a log that outlives the process that filmed it.</summary>
public sealed class RunLog
{
    private const int MostLines = 200;
    private readonly Clerk _clerk = new();
    private readonly RunNews _news;

    public RunLog() => _news = new(_clerk);

    /// <summary>The last lines, the oldest first.</summary>
    public IReadOnlyList<NewsLine> Lines => [.. _clerk.Lines];

    /// <summary>Hears of what happened next.</summary>
    public void Tell(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        _clerk.Now = recorded.At;
        _news.Tell(recorded);
        if (recorded.Event is RunFinished)
            _news.Conclude();
    }

    private sealed class Clerk : IFilmWatcher
    {
        private int _told;

        public DateTimeOffset Now { get; set; }

        public Queue<NewsLine> Lines { get; } = new();

        public void Tell(FilmNews news)
        {
            var (sentence, warning) = news switch
            {
                FilmNews.Said said => (said.Sentence, false),
                FilmNews.Warned warned => (warned.Sentence, true),
                _ => (null, false),
            };
            if (sentence is null)
                return;
            Lines.Enqueue(new(++_told, Now, sentence, warning));
            if (Lines.Count > MostLines)
                Lines.Dequeue();
        }
    }
}

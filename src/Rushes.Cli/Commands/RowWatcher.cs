using Rushes.Engine.Making;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>Hears one film of a batch and passes on what its maker must know, with its row before it.</summary>
internal sealed class RowWatcher(IFilmWatcher console, int row) : IFilmWatcher
{
    public void Tell(FilmNews news)
    {
        if (news is FilmNews.Warned warned)
            console.Tell(new FilmNews.Warned(Sentence.Of("cli.batch-row", row, warned.Sentence)));
    }
}

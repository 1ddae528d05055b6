using System.Collections.Concurrent;
using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Tests.Writing.LanguageModels;

internal sealed class MemoryShelf : IAnswerShelf
{
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    public int Count => _answers.Count;

    public Task<string?> FindAsync(string digest, CancellationToken cancellation) => Task.FromResult(_answers.GetValueOrDefault(digest));

    public Task KeepAsync(string digest, string answer, CancellationToken cancellation)
    {
        _answers[digest] = answer;
        return Task.CompletedTask;
    }
}

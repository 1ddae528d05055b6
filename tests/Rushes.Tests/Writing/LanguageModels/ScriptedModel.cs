using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>A language model that answers as a test wants, piece by piece, and remembers what it was asked.</summary>
/// <param name="answer">From the number of the call, counted from 1, and the question.</param>
internal sealed class ScriptedModel(Func<int, Asked, Answer> answer, TimeProvider? time = null) : IChatClient
{
    private readonly Lock _door = new();
    private readonly List<Asked> _calls = [];
    private int _now;

    public IReadOnlyList<Asked> Calls
    {
        get
        {
            lock (_door)
                return [.. _calls];
        }
    }

    /// <summary>The most calls that were under way at once.</summary>
    public int MostAtOnce { get; private set; }

    public static ScriptedModel Good() => new((_, asked) => Answer.Right(asked));

    /// <summary>The first calls as given, all others rightly.</summary>
    public static ScriptedModel First(params Answer[] answers) => new((call, asked) => call <= answers.Length ? answers[call - 1] : Answer.Right(asked));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var form = Assert.IsType<ChatResponseFormatJson>(options!.ResponseFormat);
        var list = messages.ToList();
        var asked = new Asked(list[0].Text, list[1].Text, form.SchemaName!, form.Schema!.Value.GetRawText());
        int call;
        lock (_door)
        {
            _calls.Add(asked);
            call = _calls.Count;
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
        }

        try
        {
            var said = answer(call, asked);
            if (said.Takes > TimeSpan.Zero)
                await Task.Delay(said.Takes, time ?? TimeProvider.System, cancellationToken);
            else
                await Task.Yield();
            const int piece = 37;
            for (var at = 0; at < said.Text.Length; at += piece)
                yield return new(ChatRole.Assistant, said.Text.Substring(at, Math.Min(piece, said.Text.Length - at)));
            if (said.Failure is not null)
                throw said.Failure;
            yield return new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 1000, OutputTokenCount = 500 })]) { FinishReason = said.Finish };
        }
        finally
        {
            lock (_door)
                _now--;
        }
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

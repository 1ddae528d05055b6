using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Clips;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.Speech;

/// <summary>What the wires of speech have in common: limits, faults and sound.</summary>
internal abstract class VoiceWire(Backstage backstage) : Wire(backstage)
{
    private readonly ConcurrentDictionary<string, int> speaking = new(StringComparer.Ordinal);

    public override void Reset() => speaking.Clear();

    /// <summary>Speaks <paramref name="text"/>, or says why not; <paramref name="answer"/> makes the answer out of the fault, if there is one.</summary>
    protected async Task<IResult> SpeakAsync(HttpContext context, Caller caller, string text, Func<Fault?, Task<IResult>> answer)
    {
        var scene = new FaultScene(Moment.Submit, [text], null, caller.Name, caller.Credential, context.Request.Path);
        var fault = Backstage.Faults.Next(scene);
        if (Backstage.Accounts.Submit(caller, Backstage.Now) is { } wait)
            return Refuse(context, new Refusal(RefusalKind.TooMany, RetryAfter: Math.Max(0.001, wait.TotalSeconds)));
        if (fault is not null && await PlayAsync(context, fault) is { } played)
            return played;
        try
        {
            if (speaking.AddOrUpdate(caller.Name, 1, (_, now) => now + 1) > (Backstage.Accounts.SlotsOf(caller) ?? int.MaxValue))
                return Refuse(context, new Refusal(RefusalKind.TooMany));
            await Backstage.WaitAsync(Backstage.Accounts.GenerateOf(caller), context.RequestAborted);
            var spoilt = Backstage.Faults.Next(scene with { On = Moment.Download });
            CallNotes.Of(context).Outcome = spoilt is null ? "spoken" : $"fault {spoilt.Name}";
            return await answer(spoilt);
        }
        finally
        {
            speaking.AddOrUpdate(caller.Name, 0, (_, now) => now - 1);
        }
    }

    /// <summary>Sound as the bytes of an answer.</summary>
    protected static IResult Sound(byte[] bytes, string mimeType, Fault? fault) => new SoundResult(bytes, mimeType, fault);

    protected static Task<byte[]> Mp3Async(byte[] pcm, int rate) => ClipMaker.Mp3Async(pcm, rate);

    private sealed class SoundResult(byte[] bytes, string mimeType, Fault? fault) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Delivery.SendAsync(httpContext, bytes, fault, mimeType);
    }
}

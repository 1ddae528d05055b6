using Rushes.Engine.Library;
using Rushes.Engine.Voices;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Voices;

/// <summary>Several engines, a script and a folder, for the tests of who speaks.</summary>
internal sealed class Troupe(params IReadOnlyList<Troupe.Player> players) : IDisposable
{
    public SpeechDirector Director { get; } =
        new(players, new CharacterBearing(ProductData.Shelf), new SpeakingRates(new Catalogue(ProductData.Shelf)), new SpeakingStyles(ProductData.Shelf));

    public string Folder { get; } = Directory.CreateTempSubdirectory("rushes-troupe-").FullName;

    public Task<SpokenFilm> SpeakAsync(Script script, string? wanted = null) =>
        Director.SpeakAsync(script, wanted, FrameRate.Film, Folder, null, TestContext.Current.CancellationToken);

    public Task<CostShare> PriceAsync(Script script, string? wanted = null) => Director.PriceAsync(script, wanted, Folder, TestContext.Current.CancellationToken);

    public static Script ScriptOf(params IReadOnlyList<string> lines) => new()
    {
        Title = "t",
        Language = "vi",
        Characters = [new Character { Name = "Lan" }],
        Scenes = [.. lines.Select(line => new Scene { Prompt = "p", Duration = 8, Characters = ["Lan"], Dialogues = [new Dialogue { Speaker = "Lan", Text = line, Emotion = "vui" }] })],
    };

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>An engine that speaks every line in two seconds, unless a test says otherwise.</summary>
    internal sealed class Player(string name) : ISpeechEngine
    {
        private readonly List<SpeechOrder> _orders = [];

        public string Name => name;

        public bool HearsEmotion { get; init; }

        /// <summary>Its voices can be used; otherwise they are only known.</summary>
        public bool Usable { get; set; } = true;

        /// <summary>What becomes of an order; null: it is spoken for nothing.</summary>
        public Func<SpeechOrder, Utterance?>? Play { get; set; }

        /// <summary>What a line costs; null: nothing is asked for.</summary>
        public Func<SpeechOrder, CostShare?>? Price { get; set; }

        public bool Charges => Price is not null;

        public IReadOnlyList<SpeechOrder> Orders
        {
            get
            {
                lock (_orders)
                    return [.. _orders];
            }
        }

        private IReadOnlyList<Voice> All => [new($"{name}:woman", "vi", "female", "adult", "woman"), new($"{name}:girl", "vi", "female", "adult", "girl")];

        public Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation) => Task.FromResult(Usable ? All : []);

        public Voice? Find(string voice, string language) => All.FirstOrDefault(known => known.Name == voice && language == "vi");

        public Task<CostShare?> PriceAsync(SpeechOrder order, double seconds, CancellationToken cancellation) =>
            Task.FromResult(Price is null ? CostShare.Nothing : Price(order));

        public Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation)
        {
            lock (_orders)
                _orders.Add(order);
            var utterance = Play?.Invoke(order) ?? new Utterance.Spoken(2 / order.Pace);
            if (utterance is Utterance.Spoken said)
                PcmWave.Write(order.Wav, new short[(int)(said.Seconds * PcmWave.SampleRate)]);
            return Task.FromResult(utterance);
        }
    }
}

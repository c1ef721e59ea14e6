"""Function words by language: what prose is full of and menus are not.

Short lists of the commonest articles, prepositions, pronouns and auxiliaries, enough to tell running
text from lists of links (the idea of jusText, Pomikálek 2011) and to guess the language of a line.
Own compilation. A language that is missing here loses this one signal, not its articles.
"""

from __future__ import annotations

from collections.abc import Sequence

_LISTS = {
    "en": "the of and to in a is that for it was on as with he be at by this had not are but "
    "from or have an they which one you were her his she there would their we him been "
    "has when who will more no if out so said what its about into than them can only "
    "other new some could time these two may then do first any my now such like our over "
    "me even most made after also did many before must through years where much your way "
    "well down should because each just those people how too while i us up all since "
    "during under between against still off",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als "
    "auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem "
    "über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei "
    "hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines "
    "jahr zwei diese dieser wieder keine seiner worden will zwischen immer was sagte gibt "
    "alle diesem seit muss doch jetzt waren drei ihr mir du uns ihm ihn denn damit hier "
    "wo weil ob zwar etwa",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se "
    "il sont avec ce son cette ont mais comme ou elle sa ses aux été on nous leur fait "
    "cela ces était d l y même aussi être entre deux tout après très avait peut dont sans "
    "lui sous je vous ils elles si bien notre leurs encore depuis avant où c s n qu j m "
    "chez selon ainsi donc alors moins quand",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o "
    "pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también "
    "fue había era muy años hasta desde está mi porque qué han yo hay donde ni contra "
    "durante todos uno les nos ante ellos esto mí antes algunos eso otros otro tiene tras "
    "según además aunque cada puede así e unos estos",
    "it": "di e il la che in a per un è del non le i una si da con al della sono come dei ha su "
    "più nel ma alla gli lo se delle anche o dal ai dalla questo dell nella all ed suo ci "
    "ad essere sua stato tra anni ancora dopo degli dai era quando sia chi solo due molto "
    "perché cui prima loro fra hanno questa io mi ti poi contro così quello dove mentre "
    "fa ogni nei alle",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi "
    "ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela "
    "até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão "
    "você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual "
    "será nós tenho lhe deles essas esses pelas este",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar "
    "bij nog uit door over wordt naar heeft hij ze worden meer werd was kan hebben geen "
    "tot wel of al deze onder zich wat we ik je zo had haar moet veel na kunnen dit zou "
    "tegen jaar twee hun waar mensen",
    "ru": "и в не на с что он по как это к но из у за а то от о же его для все так мы был она "
    "ее они быть бы было до я только ли или если уже при чтобы ни когда этого вы нет "
    "также может более после под которые который которая где них во со их ему том над тем "
    "этом будет была были об еще ещё без сообщил сообщила сообщили однако через между лет "
    "года году время себя свои своих этот эти нас ей",
    "uk": "і в не на з що він по як це до але із у за а та від о же його для все так ми був "
    "вона її вони бути б було я тільки чи або якщо вже при щоб ні коли цього ви немає "
    "також може більше після під які який яка де них зі їх йому тому над тим цьому буде "
    "була були про ще без й року років через між",
    "pl": "w i na z do się nie że to jest o od po za jak a przez ale dla są oraz co jego tym "
    "już tak ze tego być był przed był było może czy pod ich ma jej które który która "
    "tylko jednak także roku lat będzie został została były była gdy nad przy bez między "
    "u też jeszcze bardzo mnie mi ten ta te",
    "cs": "a se v na je že s z do i o ve to k za by si ale jako pro po od tak jsou jeho který "
    "která které které co už při nebo až aby jen byl bylo byla byli ho u podle však také "
    "má bude ze pod roku před ještě jsem mezi své kde když už jak není než může být ke "
    "jejich této tím let tom",
    "sv": "och i att det som en på är av för med den till inte om ett har de men var jag sig "
    "från så kan vi han när nu ska under år hade efter eller ut sin upp också över bara "
    "man än mot vid vara mycket skulle blev blir alla andra då hon här finns måste där "
    "hans mer",
    "da": "og i at det som en på er af for med den til ikke om et har de men var jeg sig fra så "
    "kan vi han når nu skal under år havde efter eller ud sin op også over kun man end "
    "mod ved være meget ville blev bliver alle andre da hun her der hans mere være",
    "no": "og i at det som en på er av for med den til ikke om et har de men var jeg seg fra så "
    "kan vi han når nå skal under år hadde etter eller ut sin opp også over bare man enn "
    "mot ved være mye ville ble blir alle andre da hun her der hans mer",
    "fi": "ja on ei se että oli hän ovat mutta kuin myös niin kun jos joka sen tai vain mukaan "
    "ole jo sekä nyt voi noin mitä ollut sitä jotka hänen olisi tämä tämän enää kanssa "
    "jälkeen vuoden vuonna kuitenkin ennen välillä minä me te he mikä",
    "hu": "a az és hogy nem is egy van ez meg ha csak már még volt de mint vagy el ki be azt "
    "ezt kell lesz után szerint pedig lehet majd volna más minden között ami aki amely "
    "akkor nagyon azonban által",
    "ro": "de și în a la cu pe nu din că se o să este un pentru mai au sunt care fost ce sau ca "
    "al ale după prin dar fi când până le lui între iar ai cele acest această doar fără "
    "asupra avea lor",
    "tr": "ve bir bu da de için ile çok olarak olan gibi daha ne kadar sonra en her o ki mi ama "
    "var yok diye göre ancak önce hem ise olduğunu değil şey ya veya üzere tarafından iki "
    "yeni bin",
    "el": "και το να του η της με που την από για είναι στο τα ο των τον στην δεν θα σε τη οι "
    "ότι μας ή στη στα ένα μια αλλά όπως αυτό κατά προς μετά ως πως αν έχει ήταν",
    "id": "yang dan di dengan untuk pada dari ini itu dalam tidak akan ke oleh juga adalah "
    "telah karena sebagai bisa ada atau saat lebih kata mereka kami saya tersebut sudah "
    "para seperti hari dapat",
    "hi": "के में की है और से को का ने पर यह कि एक था थी थे हैं भी नहीं तो हो इस वह जो कर अपने लिए साथ बाद उन्होंने कहा "
    "गया गई गए रहा रही रहे या अब तक जब इसके उनके बीच दो कुछ होने किया करने सकता सकते वाले अपनी उस हुए हुई कोई मिली जाएगा",
    "ar": "في من على إلى أن عن التي الذي هذا هذه مع كان قد ما لا بعد بين أو كل كما لم حتى عند "
    "ذلك وقال خلال قبل منذ وفي ومن وقد إن هو هي أنه كانت",
}

STOPWORDS: dict[str, frozenset[str]] = {k: frozenset(v.split()) for k, v in _LISTS.items()}
LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
"""Each function word with the languages it is one of."""
for _code, _words in STOPWORDS.items():
    for _word in _words:
        LANGUAGES_OF[_word] = (*LANGUAGES_OF.get(_word, ()), _code)
ANY: frozenset[str] = frozenset().union(*STOPWORDS.values())
"""Words that are function words in some language."""

WIDE_FUNCTION = frozenset(
    "的了在是和有他她这我不也就对中与为将被从到说上个の をにはがとでもしたてるい"
)
"""Characters that Chinese and Japanese sentences are full of and headlines less so."""


def share(words: Sequence[str], language: str | None) -> float:
    """The share of ``words`` (case-folded) that are function words of ``language``, 0..1."""
    if not words:
        return 0.0
    known = STOPWORDS.get(language or "", ANY)
    return sum(map(known.__contains__, words)) / len(words)

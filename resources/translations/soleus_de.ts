<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New log…</source>
        <translation>&amp;Neues Protokoll…</translation>
    </message>
    <message>
        <source>&amp;Open log…</source>
        <translation>Protokoll ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Report for &amp;physio…</source>
        <translation>Bericht für die &amp;Physio…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern…</translation>
    </message>
    <message>
        <source>Re&amp;store…</source>
        <translation>&amp;Wiederherstellen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy session as &amp;text</source>
        <translation>Einheit als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Paste &amp;sets</source>
        <translation>&amp;Sätze einfügen</translation>
    </message>
    <message>
        <source>&amp;Delete selection</source>
        <translation>Auswahl &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>Ein&amp;heit</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Neue Einheit</translation>
    </message>
    <message>
        <source>&amp;Repeat last session</source>
        <translation>&amp;Letzte Einheit wiederholen</translation>
    </message>
    <message>
        <source>&amp;Quick entry</source>
        <translation>&amp;Schnelleingabe</translation>
    </message>
    <message>
        <source>Set &amp;details</source>
        <translation>Satz&amp;details</translation>
    </message>
    <message>
        <source>Rest &amp;15 s longer</source>
        <translation>Pause &amp;15 s länger</translation>
    </message>
    <message>
        <source>&amp;End the rest</source>
        <translation>Pause be&amp;enden</translation>
    </message>
    <message>
        <source>Metr&amp;onome</source>
        <translation>&amp;Metronom</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>Session on another da&amp;y…</source>
        <translation>Einheit &amp;an einem anderen Tag…</translation>
    </message>
    <message>
        <source>&amp;Move session to…</source>
        <translation>Einhei&amp;t verschieben…</translation>
    </message>
    <message>
        <source>De&amp;lete session</source>
        <translation>Einheit l&amp;öschen</translation>
    </message>
    <message>
        <source>template new own</source>
        <translation>Vorlage neu eigener</translation>
    </message>
    <message>
        <source>&amp;Edit the plan…</source>
        <translation>Plan &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>end</source>
        <translation>stoppen aufhören</translation>
    </message>
    <message>
        <source>S&amp;top the plan</source>
        <translation>Plan be&amp;enden</translation>
    </message>
    <message>
        <source>&amp;Delete the plan</source>
        <translation>Plan &amp;löschen</translation>
    </message>
    <message>
        <source>Send to the &amp;watch…</source>
        <translation>An die &amp;Uhr senden…</translation>
    </message>
    <message>
        <source>Garmin FIT</source>
        <translation>Garmin FIT</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Progress</source>
        <translation>&amp;Fortschritt</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Pl&amp;an</source>
        <translation>Pl&amp;an</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Hil&amp;fe</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch (englisch)</translation>
    </message>
    <message>
        <source>How the &amp;figures are made</source>
        <translation>Wie die &amp;Werte entstehen</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Soleus</source>
        <translation>Ü&amp;ber Soleus</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>nicht notiert</translation>
    </message>
    <message>
        <source>{leg} {now} this week, {before} the week before</source>
        <translation>{leg} {now}, Vorwoche {before}</translation>
    </message>
    <message>
        <source>next-morning pain, median: {}</source>
        <translation>Schmerz am Morgen, Median dieser Woche: {}</translation>
    </message>
    <message>
        <source>By age: the table of 2017 (Hébert-Losier) needs the year of birth.</source>
        <translation>Nach Alter: Die Tabelle von 2017 (Hébert-Losier) braucht das Geburtsjahr.</translation>
    </message>
    <message>
        <source>80 and older</source>
        <translation>80 und mehr Jahren</translation>
    </message>
    <message>
        <source>{}–{} years</source>
        <translation>{}–{} Jahren</translation>
    </message>
    <message>
        <source>At {ages}: {people} (Hébert-Losier 2017, on 10° of incline).</source>
        <translation>Mit {ages}: {people} (Hébert-Losier 2017, auf 10° Neigung).</translation>
    </message>
    <message>
        <source>women</source>
        <translation>Frauen</translation>
    </message>
    <message>
        <source>men</source>
        <translation>Männer</translation>
    </message>
    <message>
        <source>Below {} years the table of 2017 (Hébert-Losier) has no figure.</source>
        <translation>Unter {} Jahren hat die Tabelle von 2017 (Hébert-Losier) keinen Wert.</translation>
    </message>
    <message>
        <source>The norms are of the straight knee. Bent at 45° people did {} times as many (48 to 45, Hébert-Losier 2012).</source>
        <translation>Die Normwerte gelten für das gestreckte Knie. Um 45° gebeugt schafften Testpersonen {}-mal so viele (48 zu 45, Hébert-Losier 2012).</translation>
    </message>
    <message>
        <source>{} × bodyweight, {}</source>
        <translation>{} × Körpergewicht, {}</translation>
    </message>
    <message>
        <source>{} heel raises, {}</source>
        <translation>{} × Wadenheben, {}</translation>
    </message>
    <message>
        <source>legs less than {} % apart, {}</source>
        <translation>Seitenunterschied unter {} %, {}</translation>
    </message>
    <message>
        <source>, by {}</source>
        <translation>, bis {}</translation>
    </message>
    <message>
        <source>Unit of loads</source>
        <translation>Einheit der Lasten</translation>
    </message>
    <message>
        <source>kilograms</source>
        <translation>Kilogramm</translation>
    </message>
    <message>
        <source>pounds</source>
        <translation>Pfund (lb)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Language, at next start</source>
        <translation>Sprache, ab Neustart</translation>
    </message>
    <message>
        <source>Next-morning question</source>
        <translation>Frage am Morgen</translation>
    </message>
    <message>
        <source>asked the day after a session</source>
        <translation>am Tag nach einer Einheit</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht fragen</translation>
    </message>
    <message>
        <source>Strength-test reminder</source>
        <translation>An Krafttest erinnern</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>every {} weeks</source>
        <translation>alle {} Wochen</translation>
    </message>
    <message>
        <source>Ask for the reserve</source>
        <translation>Nach der Reserve fragen</translation>
    </message>
    <message>
        <source>after every set</source>
        <translation>nach jedem Satz</translation>
    </message>
    <message>
        <source>after the last set of each leg</source>
        <translation>nach dem letzten Satz je Bein</translation>
    </message>
    <message>
        <source>End of a rest</source>
        <translation>Ende der Pause</translation>
    </message>
    <message>
        <source>seen and heard</source>
        <translation>zu sehen und zu hören</translation>
    </message>
    <message>
        <source>seen only</source>
        <translation>nur zu sehen</translation>
    </message>
    <message>
        <source>seated</source>
        <translation>sitzend</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>stehend</translation>
    </message>
    <message>
        <source>knee bent</source>
        <translation>Knie gebeugt</translation>
    </message>
    <message>
        <source>other leg</source>
        <translation>anderes Bein</translation>
    </message>
    <message>
        <source>knee straight</source>
        <translation>Knie gestreckt</translation>
    </message>
    <message>
        <source>{}: reached</source>
        <translation>{}: erreicht</translation>
    </message>
    <message>
        <source>{}: reached, but not beyond its ±</source>
        <translation>{}: erreicht, aber noch im ±</translation>
    </message>
    <message>
        <source>Goal {}: {}</source>
        <translation>Ziel {}: {}</translation>
    </message>
    <message>
        <source>What this is not</source>
        <translation>Was dies nicht ist</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>take over the greyed value, or go where the next value goes</source>
        <translation>grauen Wert übernehmen oder dorthin gehen, wo der nächste Wert hinkommt</translation>
    </message>
    <message>
        <source>8 repetitions with 60; 8 alone takes the load of the set before</source>
        <translation>8 Wiederholungen mit 60; 8 allein übernimmt die Last des Satzes davor</translation>
    </message>
    <message>
        <source>2 repetitions in reserve; w marks a warm-up, t a test</source>
        <translation>2 Wiederholungen in Reserve; w steht für Aufwärmen, t für Test</translation>
    </message>
    <message>
        <source>standing: 20 beside the body; 10x-15: assistance</source>
        <translation>stehend: 20 zusätzlich zum Körper; 10x-15: Entlastung</translation>
    </message>
    <message>
        <source>edit the value; Escape leaves it as it was</source>
        <translation>Wert ändern; Esc lässt ihn, wie er war</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>delete the selected sets</source>
        <translation>ausgewählte Sätze löschen</translation>
    </message>
    <message>
        <source>go from a part to its fields; in a field, save it</source>
        <translation>von einem Teil zu seinen Feldern; in einem Feld: speichern</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+Pfeil auf, Alt+Pfeil ab</translation>
    </message>
    <message>
        <source>move a phase or planned sets</source>
        <translation>eine Phase oder geplante Sätze verschieben</translation>
    </message>
    <message>
        <source>remove a phase or planned sets</source>
        <translation>eine Phase oder geplante Sätze entfernen</translation>
    </message>
    <message>
        <source>In the tables</source>
        <translation>In den Tabellen</translation>
    </message>
    <message>
        <source>In the parts of a plan</source>
        <translation>In den Teilen eines Plans</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>A strength log for runners: calf raises seated and standing, left against right. It is a training log, not a medical device. It never uses the network: what you log stays in your file.</source>
        <translation>Ein Kraftprotokoll für Läuferinnen und Läufer: Wadenheben sitzend und stehend, links gegen rechts. Es ist ein Trainingsprotokoll, kein Medizinprodukt. Es nutzt nie das Netz: Was du einträgst, bleibt in deiner Datei.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Hard
sets</source>
        <translation>Harte
Sätze</translation>
    </message>
    <message>
        <source>Seated
volume, {}</source>
        <translation>Sitzend
Vol., {}</translation>
    </message>
    <message>
        <source>Standing
volume, {}</source>
        <translation>Stehend
Vol., {}</translation>
    </message>
    <message>
        <source>Knee bent
volume, {}</source>
        <translation>Knie gebeugt
Vol., {}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Work and test sets with at most 4 reps in reserve, or none noted; the left and the right set of one number count as one</source>
        <translation>Arbeits- und Testsätze mit höchstens 4 Wiederholungen in Reserve oder ohne Angabe; der linke und der rechte Satz einer Nummer zählen als einer</translation>
    </message>
    <message>
        <source>Best estimated one-repetition maximum, left and right leg</source>
        <translation>Bestes geschätztes Maximum für eine Wiederholung, linkes und rechtes Bein</translation>
    </message>
    <message>
        <source>Volume load: repetitions × system load of all sets</source>
        <translation>Volumen: Wiederholungen × bewegte Last aller Sätze</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>Seated</source>
        <translation>Sitzend</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stehend</translation>
    </message>
    <message>
        <source>Standing, knee bent</source>
        <translation>Stehend, Knie gebeugt</translation>
    </message>
    <message>
        <source>knee bent about 45°</source>
        <translation>Knie etwa 45° gebeugt</translation>
    </message>
    <message>
        <source>soleus-biased</source>
        <translation>betont den Soleus</translation>
    </message>
    <message>
        <source>whole calf</source>
        <translation>ganze Wade</translation>
    </message>
    <message>
        <source>between the two</source>
        <translation>zwischen beiden</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Test, to failure</source>
        <translation>Test, maximal</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Heben</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Senken</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>During</source>
        <translation>Dabei</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Next morning</source>
        <translation>Am Morgen danach</translation>
    </message>
    <message>
        <source>place not noted</source>
        <translation>Stelle nicht notiert</translation>
    </message>
    <message>
        <source>Achilles, mid-portion</source>
        <translation>Achillessehne, mittlerer Teil</translation>
    </message>
    <message>
        <source>Achilles, insertion</source>
        <translation>Achillessehne, Ansatz</translation>
    </message>
    <message>
        <source>calf</source>
        <translation>Wade</translation>
    </message>
    <message>
        <source>the heel no longer lifts</source>
        <translation>Ferse kommt nicht mehr hoch</translation>
    </message>
    <message>
        <source>the pace is lost</source>
        <translation>Takt verloren</translation>
    </message>
    <message>
        <source>knee or trunk give way</source>
        <translation>Knie oder Rumpf gibt nach</translation>
    </message>
    <message>
        <source>the hands carry weight</source>
        <translation>Abstützen mit den Händen</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>Schmerz</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd, d. MMM yyyy</translation>
    </message>
    <message>
        <source>“{}” is not a day: write it as {} or as 2026-03-12.</source>
        <translation>„{}“ ist kein Tag: schreib ihn wie {} oder wie 2026-03-12.</translation>
    </message>
    <message>
        <source>Enter a whole number, not “{}”.</source>
        <translation>Gib eine ganze Zahl ein, nicht „{}“.</translation>
    </message>
    <message>
        <source>Soleus is a training log, not a medical device: it describes, it does not advise. After a sudden pop, with swelling, night pain or numbness: see a professional.</source>
        <translation>Soleus ist ein Trainingsprotokoll, kein Medizinprodukt: Es beschreibt, es berät nicht. Nach einem plötzlichen Knall oder Riss in der Wade, bei Schwellung, Nachtschmerz oder Taubheitsgefühl: bitte ärztlich abklären lassen.</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 Wochen</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>{left} · {right}</source>
        <translation>{left} · {right}</translation>
    </message>
    <message>
        <source>No session yet</source>
        <translation>Noch keine Einheit</translation>
    </message>
    <message>
        <source>{sessions}; the four weeks before had {mean} a week.</source>
        <translation>{sessions}; in den vier Wochen davor {mean} pro Woche.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>{}: difference of the legs, %</source>
        <translation>{}: Seitenunterschied, %</translation>
    </message>
    <message>
        <source>right stronger</source>
        <translation>rechts stärker</translation>
    </message>
    <message>
        <source>left stronger</source>
        <translation>links stärker</translation>
    </message>
    <message>
        <source>{}, aimed at by the physio</source>
        <translation>{}, Zielwert der Physio</translation>
    </message>
    <message>
        <source>Seated / standing</source>
        <translation>Sitzend / stehend</translation>
    </message>
    <message>
        <source>Hard sets a week</source>
        <translation>Harte Sätze pro Woche</translation>
    </message>
    <message>
        <source>Hard sets a week, mean of {} weeks</source>
        <translation>Harte Sätze pro Woche, Mittel aus {} Wochen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>Laufen</translation>
    </message>
    <message>
        <source>Stiffness, min</source>
        <translation>Steifigkeit, min</translation>
    </message>
    <message>
        <source>Pain, 0 to 10</source>
        <translation>Schmerz, 0 bis 10</translation>
    </message>
    <message>
        <source>Calf strength report</source>
        <translation>Bericht zur Wadenkraft</translation>
    </message>
    <message>
        <source>Soleus · made on {} · page {{page}} of {{pages}}</source>
        <translation>Soleus · erstellt am {} · Seite {{page}} von {{pages}}</translation>
    </message>
    <message>
        <source> ({} at the start)</source>
        <translation> ({} zu Beginn)</translation>
    </message>
    <message>
        <source>Bodyweight</source>
        <translation>Körpergewicht</translation>
    </message>
    <message>
        <source>{}, {} a week</source>
        <translation>{}, {} pro Woche</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>{} (now: {})</source>
        <translation>{} (jetzt: {})</translation>
    </message>
    <message>
        <source>{} more in goals.csv</source>
        <translation>{} weitere in goals.csv</translation>
    </message>
    <message>
        <source>{} … (shortened)</source>
        <translation>{} … (gekürzt)</translation>
    </message>
    <message>
        <source>Sets, left</source>
        <translation>Sätze, links</translation>
    </message>
    <message>
        <source>Sets, right</source>
        <translation>Sätze, rechts</translation>
    </message>
    <message>
        <source>Sets, both legs at once</source>
        <translation>Sätze, beide Beine zugleich</translation>
    </message>
    <message>
        <source>&lt;b&gt;{}&lt;/b&gt; of {} ({} %)</source>
        <translation>&lt;b&gt;{}&lt;/b&gt; / {} ({} %)</translation>
    </message>
    <message>
        <source>{} (pain {})</source>
        <translation>{} (Schmerz {})</translation>
    </message>
    <message>
        <source>the weaker leg in percent of the stronger</source>
        <translation>das schwächere Bein in Prozent des stärkeren</translation>
    </message>
    <message>
        <source>the injured leg in percent of the other</source>
        <translation>das verletzte Bein in Prozent des anderen</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>{} × bodyweight</source>
        <translation>{} × Körpergew.</translation>
    </message>
    <message>
        <source>LSI</source>
        <translation>LSI</translation>
    </message>
    <message>
        <source>{}; in the last 4 weeks {} a week</source>
        <translation>{}; in den letzten 4 Wochen {} pro Woche</translation>
    </message>
    <message>
        <source>Where, as noted: {}.</source>
        <translation>Angegebene Stelle: {}.</translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} in {}</translation>
    </message>
    <message>
        <source>Not told here: {}.</source>
        <translation>Hier nicht aufgeführt: {}.</translation>
    </message>
    <message>
        <source>{} ended: {}</source>
        <translation>Abbruch {}: {}</translation>
    </message>
    <message>
        <source>Newest test, {knee}, {day} ({way}): {told}.</source>
        <translation>Letzter Test, {knee}, {day} ({way}): {told}.</translation>
    </message>
    <message>
        <source>no metronome</source>
        <translation>ohne Metronom</translation>
    </message>
    <message>
        <source>{} a minute</source>
        <translation>{}/min</translation>
    </message>
    <message>
        <source>{}° of incline</source>
        <translation>{}° Neigung</translation>
    </message>
    <message>
        <source>Made-up year (demo, nothing is kept)</source>
        <translation>Erfundenes Jahr (Vorführung, nichts wird behalten)</translation>
    </message>
    <message>
        <source>{} is not there. If it lies on a disk that is not connected, connect it and try again.</source>
        <translation>{} ist nicht da. Liegt es auf einem Datenträger, der nicht angeschlossen ist, schließe ihn an und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>vor dem Wiederherstellen</translation>
    </message>
    <message>
        <source>as damaged</source>
        <translation>als beschädigt</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>vor einem Update</translation>
    </message>
    <message>
        <source>the file chosen</source>
        <translation>gewählte Datei</translation>
    </message>
    <message numerus="yes">
        <source>{} in %Ln (session|sessions)</source>
        <translation>
            <numerusform>{} in %Ln Einheit</numerusform>
            <numerusform>{} in %Ln Einheiten</numerusform>
        </translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>unversehrt</translation>
    </message>
    <message>
        <source>not a Soleus log</source>
        <translation>kein Soleus-Protokoll</translation>
    </message>
    <message>
        <source>of a later version of Soleus</source>
        <translation>aus einer späteren Version von Soleus</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>a part of the file is overwritten or cut off</source>
        <translation>ein Teil der Datei ist überschrieben oder abgeschnitten</translation>
    </message>
    <message>
        <source>the beginning of the file is overwritten</source>
        <translation>der Anfang der Datei ist überschrieben</translation>
    </message>
    <message>
        <source>each leg</source>
        <translation>jedes Bein</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>both legs at once</source>
        <translation>beide Beine zugleich</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>nicht geplant</translation>
    </message>
    <message>
        <source>load added</source>
        <translation>Zusatzlast</translation>
    </message>
    <message>
        <source>beside bodyweight</source>
        <translation>zusätzlich zum Körpergewicht</translation>
    </message>
    <message>
        <source>bodyweight and</source>
        <translation>Körpergewicht und</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>twice a day</source>
        <translation>zweimal am Tag</translation>
    </message>
    <message>
        <source>every other day</source>
        <translation>jeden zweiten Tag</translation>
    </message>
    <message>
        <source>once a week</source>
        <translation>einmal pro Woche</translation>
    </message>
    <message numerus="yes">
        <source>every (hour|%Ln hours)</source>
        <translation>
            <numerusform>jede Stunde</numerusform>
            <numerusform>alle %Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every (day|%Ln days)</source>
        <translation>
            <numerusform>jeden Tag</numerusform>
            <numerusform>alle %Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (week|weeks)</source>
        <translation>
            <numerusform>%Ln Woche</numerusform>
            <numerusform>%Ln Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (set|sets) to come</source>
        <translation>
            <numerusform>%Ln Satz kommt noch</numerusform>
            <numerusform>%Ln Sätze kommen noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %Ln (set|sets)</source>
        <translation>
            <numerusform>{} von %Ln Satz</numerusform>
            <numerusform>{} von %Ln Sätzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Percentages are of the best estimate of the {} days up to {}.</source>
        <translation>Prozente beziehen sich auf die beste Schätzung der {} Tage bis zum {}.</translation>
    </message>
    <message>
        <source>Week {}</source>
        <translation>Woche {}</translation>
    </message>
    <message>
        <source>Weeks {}–{}</source>
        <translation>Wochen {}–{}</translation>
    </message>
    <message>
        <source>Phase {}</source>
        <translation>Phase {}</translation>
    </message>
    <message>
        <source>{} or longer.</source>
        <translation>{} oder länger.</translation>
    </message>
    <message>
        <source>{} Begins with the plan.</source>
        <translation>{} Beginnt mit dem Plan.</translation>
    </message>
    <message>
        <source>{} Begins by hand.</source>
        <translation>{} Beginnt von Hand.</translation>
    </message>
    <message>
        <source>{} Begins by hand. Criterion: {}</source>
        <translation>{} Beginnt von Hand. Kriterium: {}</translation>
    </message>
    <message>
        <source>Phase {} since {}</source>
        <translation>Phase {} seit {}</translation>
    </message>
    <message>
        <source>from {}, never begun</source>
        <translation>ab {}, nie begonnen</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>Week {} of {}</source>
        <translation>Woche {} von {}</translation>
    </message>
    <message>
        <source>Begins on {}</source>
        <translation>Beginnt am {}</translation>
    </message>
    <message>
        <source>Ended on {}</source>
        <translation>Endete am {}</translation>
    </message>
    <message>
        <source>bodyweight</source>
        <translation>Körpergewicht</translation>
    </message>
    <message>
        <source>set</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>This {} is {} here, and no longer in the file; removed here too.</source>
        <translation>{} ist hier {} und steht nicht mehr in der Datei; auch hier entfernt.</translation>
    </message>
    <message>
        <source>This {} is {} here, and no longer in the file; kept as it is here.</source>
        <translation>{} ist hier {} und steht nicht mehr in der Datei; hier behalten.</translation>
    </message>
    <message>
        <source>the file&apos;s was taken</source>
        <translation>aus der Datei übernommen</translation>
    </message>
    <message>
        <source>kept as it is here</source>
        <translation>wie hier behalten</translation>
    </message>
    <message>
        <source>This {} ({}) has another {} in the file; {}.</source>
        <translation>{} ({}): {} ist in der Datei anders; {}.</translation>
    </message>
    <message>
        <source>This {} is {} here, {} in the file; {}.</source>
        <translation>{} ist hier {}, in der Datei {}; {}.</translation>
    </message>
    <message>
        <source>% of the estimate</source>
        <translation>% der Schätzung</translation>
    </message>
    <message>
        <source>{} % of the estimate</source>
        <translation>{} % der Schätzung</translation>
    </message>
    <message>
        <source>bodyweight + {}</source>
        <translation>Körpergewicht + {}</translation>
    </message>
    <message>
        <source>bodyweight − {}</source>
        <translation>Körpergewicht − {}</translation>
    </message>
    <message>
        <source>rest {}</source>
        <translation>Pause {}</translation>
    </message>
    <message>
        <source>RIR {}</source>
        <translation>RIR {}</translation>
    </message>
    <message>
        <source>Planned, {} of {}: {}.</source>
        <translation>Geplant, {} von {}: {}.</translation>
    </message>
    <message>
        <source>Planned: {}.</source>
        <translation>Geplant: {}.</translation>
    </message>
    <message>
        <source>Planned: {}. Enter takes a grey value over.</source>
        <translation>Geplant: {}. Enter übernimmt graue Werte.</translation>
    </message>
    <message>
        <source>Week of {}</source>
        <translation>Woche vom {}</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
    <message>
        <source>The last two sessions ({first} and {second}) reached the plan with at least {rir} repetitions in reserve, and pain on the mornings after was at most {pain}, in the lowest band.</source>
        <translation>Die letzten beiden Einheiten ({first} und {second}) haben den Plan mit mindestens {rir} Wiederholungen in Reserve erreicht, und der Schmerz am Morgen danach war höchstens {pain}, im niedrigsten Bereich.</translation>
    </message>
    <message>
        <source>Legs equal, ± {limit}</source>
        <translation>Beine gleich, ± {limit}</translation>
    </message>
    <message>
        <source>{side} {size} % stronger, ± {limit}</source>
        <translation>{side} {size} % stärker, ± {limit}</translation>
    </message>
    <message>
        <source>{side} at least {size} % stronger, ± {limit}</source>
        <translation>{side} mindestens {size} % stärker, ± {limit}</translation>
    </message>
    <message>
        <source>{figure}: {judgement}</source>
        <translation>{figure}: {judgement}</translation>
    </message>
    <message>
        <source>Not known: {reason}</source>
        <translation>Nicht bekannt: {reason}</translation>
    </message>
    <message>
        <source>From {count} strength tests.</source>
        <translation>Aus {count} Krafttests.</translation>
    </message>
    <message>
        <source>how much more is not known, the left leg’s sets are too easy to tell (4 or more in reserve, or over 12 repetitions).</source>
        <translation>wie viel mehr, ist nicht bekannt, die Sätze des linken Beins sind dafür zu leicht (4 oder mehr in Reserve oder über 12 Wiederholungen).</translation>
    </message>
    <message>
        <source>how much more is not known, the right leg’s sets are too easy to tell (4 or more in reserve, or over 12 repetitions).</source>
        <translation>wie viel mehr, ist nicht bekannt, die Sätze des rechten Beins sind dafür zu leicht (4 oder mehr in Reserve oder über 12 Wiederholungen).</translation>
    </message>
    <message>
        <source>within your usual range (under {usual} %).</source>
        <translation>in deinem üblichen Bereich (unter {usual} %).</translation>
    </message>
    <message>
        <source>above your usual range (under {usual} %).</source>
        <translation>über deinem üblichen Bereich (unter {usual} %).</translation>
    </message>
    <message>
        <source>marked, above {marked} %.</source>
        <translation>deutlich, über {marked} %.</translation>
    </message>
    <message>
        <source>too rough to judge.</source>
        <translation>zu ungenau für eine Aussage.</translation>
    </message>
    <message>
        <source>The ± reaches beyond it.</source>
        <translation>Das ± reicht darüber hinaus.</translation>
    </message>
    <message>
        <source>The ± reaches back into it.</source>
        <translation>Das ± reicht in ihn zurück.</translation>
    </message>
    <message>
        <source>The ± reaches back into your usual range.</source>
        <translation>Das ± reicht in deinen üblichen Bereich zurück.</translation>
    </message>
    <message>
        <source>no single-leg sets in the last 12 weeks.</source>
        <translation>in den letzten 12 Wochen keine einbeinigen Sätze.</translation>
    </message>
    <message>
        <source>no sets of the left leg in the last 12 weeks.</source>
        <translation>in den letzten 12 Wochen keine Sätze des linken Beins.</translation>
    </message>
    <message>
        <source>no sets of the right leg in the last 12 weeks.</source>
        <translation>in den letzten 12 Wochen keine Sätze des rechten Beins.</translation>
    </message>
    <message>
        <source>{count} of {fewest} pairs so far.</source>
        <translation>bisher {count} von {fewest} Paaren.</translation>
    </message>
    <message>
        <source>the same was noted every time. Note what was really left, or do a strength test.</source>
        <translation>es wurde jedes Mal dasselbe eingetragen. Trage ein, was wirklich noch möglich gewesen wäre, oder mache einen Krafttest.</translation>
    </message>
    <message>
        <source>the sets were too easy to tell (4 or more in reserve, or over 12 repetitions).</source>
        <translation>die Sätze waren zu leicht für eine Aussage (4 oder mehr in Reserve oder über 12 Wiederholungen).</translation>
    </message>
    <message>
        <source>reserve was not noted. Note what was left, or do a strength test.</source>
        <translation>die Reserve wurde nicht eingetragen. Trage ein, was noch möglich gewesen wäre, oder mache einen Krafttest.</translation>
    </message>
    <message>
        <source>reserve of the left leg was not noted. Note what was left, or do a strength test.</source>
        <translation>die Reserve des linken Beins wurde nicht eingetragen. Trage ein, was noch möglich gewesen wäre, oder mache einen Krafttest.</translation>
    </message>
    <message>
        <source>reserve of the right leg was not noted. Note what was left, or do a strength test.</source>
        <translation>die Reserve des rechten Beins wurde nicht eingetragen. Trage ein, was noch möglich gewesen wäre, oder mache einen Krafttest.</translation>
    </message>
    <message>
        <source>the legs were trained more than 7 days apart.</source>
        <translation>zwischen den Einheiten der beiden Beine lagen mehr als 7 Tage.</translation>
    </message>
    <message>
        <source>the legs were not trained on the same equipment within 7 days.</source>
        <translation>die Beine wurden nicht innerhalb von 7 Tagen am selben Gerät trainiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln strength (test|tests)</source>
        <translation>
            <numerusform>%Ln Krafttest</numerusform>
            <numerusform>%Ln Krafttests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (pair|pairs)</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} in %Ln (week|weeks)</source>
        <translation>
            <numerusform>{} in %Ln Woche</numerusform>
            <numerusform>{} in %Ln Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs two figures, 8 or 12 weeks apart.</source>
        <translation>Braucht zwei Werte im Abstand von 8 oder 12 Wochen.</translation>
    </message>
    <message>
        <source>No change beyond ± {limit} points in {weeks} weeks.</source>
        <translation>In {weeks} Wochen keine Veränderung über ± {limit} Prozentpunkte hinaus.</translation>
    </message>
    <message>
        <source>In {weeks} weeks the right leg has gained {points} points on the left, ± {limit}.</source>
        <translation>In {weeks} Wochen hat das rechte Bein gegenüber dem linken {points} Prozentpunkte gewonnen, ± {limit}.</translation>
    </message>
    <message>
        <source>In {weeks} weeks the left leg has gained {points} points on the right, ± {limit}.</source>
        <translation>In {weeks} Wochen hat das linke Bein gegenüber dem rechten {points} Prozentpunkte gewonnen, ± {limit}.</translation>
    </message>
    <message>
        <source>{change} ({then}, then {now} reps a set)</source>
        <translation>{change} ({then}, dann {now} Wdh. je Satz)</translation>
    </message>
    <message>
        <source>What changed in these days</source>
        <translation>Was sich in diesen Tagen verändert hat</translation>
    </message>
    <message>
        <source>What changed since the last visit</source>
        <translation>Was sich seit dem letzten Termin verändert hat</translation>
    </message>
    <message>
        <source>At the start, {}</source>
        <translation>Zu Beginn, {}</translation>
    </message>
    <message>
        <source>Last visit, {}</source>
        <translation>Letzter Termin, {}</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Now, {}</source>
        <translation>Jetzt, {}</translation>
    </message>
    <message>
        <source>{}: &lt;b&gt;beyond&lt;/b&gt; ± {}</source>
        <translation>{}: &lt;b&gt;außerhalb&lt;/b&gt; ± {}</translation>
    </message>
    <message>
        <source>{exercise}, {leg}</source>
        <translation>{exercise}, {leg}</translation>
    </message>
    <message>
        <source>{exercise}, stronger leg</source>
        <translation>{exercise}, stärkeres Bein</translation>
    </message>
    <message>
        <source>{leg} {size} %, ± {limit}</source>
        <translation>{leg} {size} %, ± {limit}</translation>
    </message>
    <message>
        <source>{leg} at least {size} %, ± {limit}</source>
        <translation>{leg} mindestens {size} %, ± {limit}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln (point|points)</source>
        <translation>
            <numerusform>%Ln Punkt</numerusform>
            <numerusform>%Ln Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} to the {leg}</source>
        <translation>{points} nach {leg}</translation>
    </message>
    <message>
        <source>Seated / standing, {}</source>
        <translation>Sitzend / stehend, {}</translation>
    </message>
    <message>
        <source>not tested alike</source>
        <translation>nicht gleich getestet</translation>
    </message>
    <message>
        <source>Heel raises, {leg}</source>
        <translation>Wadenheben, {leg}</translation>
    </message>
    <message>
        <source>Heel raises, {knee}, {leg}</source>
        <translation>Wadenheben, {knee}, {leg}</translation>
    </message>
    <message>
        <source>{measured}, {leg}</source>
        <translation>{measured}, {leg}</translation>
    </message>
    <message>
        <source>{leg} {lift}</source>
        <translation>{leg} {lift}</translation>
    </message>
    <message>
        <source>Estimate {load}.</source>
        <translation>Schätzung {load}.</translation>
    </message>
    <message>
        <source>Estimate at least {load}.</source>
        <translation>Schätzung mindestens {load}.</translation>
    </message>
    <message>
        <source>This tells nothing of the leg.</source>
        <translation>Das sagt nichts über das Bein.</translation>
    </message>
    <message>
        <source>Over {reps} repetitions: take a heavier load next time.</source>
        <translation>Über {reps} Wiederholungen: nimm nächstes Mal mehr Gewicht.</translation>
    </message>
    <message>
        <source>{count} of {fewest} strength tests so far.</source>
        <translation>{count} von {fewest} Krafttests bisher.</translation>
    </message>
    <message>
        <source>No strength test yet: one is due.</source>
        <translation>Noch kein Krafttest: einer ist fällig.</translation>
    </message>
    <message>
        <source>The last strength test was on {date}: the next one is due.</source>
        <translation>Der letzte Krafttest war am {date}: der nächste ist fällig.</translation>
    </message>
    <message>
        <source>Note of {}</source>
        <translation>Notiz von {}</translation>
    </message>
    <message>
        <source>Bodyweight of {}</source>
        <translation>Körpergewicht von {}</translation>
    </message>
    <message>
        <source>Quick entry of {}</source>
        <translation>Schnelleingabe von {}</translation>
    </message>
    <message>
        <source>Answers about the morning after {}</source>
        <translation>Antworten zum Morgen nach {}</translation>
    </message>
    <message>
        <source>Enter was not pressed.</source>
        <translation>Enter wurde nicht gedrückt.</translation>
    </message>
    <message>
        <source>“Keep” was not pressed.</source>
        <translation>„Festhalten“ wurde nicht gedrückt.</translation>
    </message>
    <message>
        <source>&amp;0 in reserve</source>
        <translation>&amp;0 in Reserve</translation>
    </message>
    <message>
        <source>&amp;1 in reserve</source>
        <translation>&amp;1 in Reserve</translation>
    </message>
    <message>
        <source>&amp;2 in reserve</source>
        <translation>&amp;2 in Reserve</translation>
    </message>
    <message>
        <source>&amp;3 in reserve</source>
        <translation>&amp;3 in Reserve</translation>
    </message>
    <message>
        <source>&amp;4 or more in reserve</source>
        <translation>&amp;4 oder mehr in Reserve</translation>
    </message>
    <message>
        <source>&amp;Leave the reserve open</source>
        <translation>Reserve &amp;offenlassen</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>mindestens {}</translation>
    </message>
    <message>
        <source>at least {size} %, ± {limit}</source>
        <translation>mindestens {size} %, ± {limit}</translation>
    </message>
    <message>
        <source>{size} %, ± {limit}</source>
        <translation>{size} %, ± {limit}</translation>
    </message>
    <message>
        <source>{size} %, ± {limit}: reached</source>
        <translation>{size} %, ± {limit}: erreicht</translation>
    </message>
    <message>
        <source>{size} %, ± {limit}: reached, but the ± reaches beyond it</source>
        <translation>{size} %, ± {limit}: erreicht, aber das ± reicht darüber hinaus</translation>
    </message>
    <message>
        <source>diamond: strength test</source>
        <translation>Raute: Krafttest</translation>
    </message>
    <message>
        <source>hollow with arrow: at least</source>
        <translation>hohl mit Pfeil: mindestens</translation>
    </message>
    <message>
        <source>small: reserve not noted</source>
        <translation>klein: Reserve nicht eingetragen</translation>
    </message>
    <message>
        <source>dotted line: at least</source>
        <translation>gepunktete Linie: mindestens</translation>
    </message>
    <message>
        <source>{} (test)</source>
        <translation>{} (Test)</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln (session|sessions)</source>
        <translation>
            <numerusform>In %Ln Einheit</numerusform>
            <numerusform>In %Ln Einheiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} ± {limit}</source>
        <translation>{value} ± {limit}</translation>
    </message>
    <message>
        <source>{} or more</source>
        <translation>{} oder mehr</translation>
    </message>
    <message>
        <source>Not known: needs seated and standing sets of one leg with reserve noted.</source>
        <translation>Nicht bekannt: Es braucht sitzende und stehende Sätze eines Beins mit eingetragener Reserve.</translation>
    </message>
    <message>
        <source>Left and right, ± {limit}.</source>
        <translation>Links und rechts, ± {limit}.</translation>
    </message>
    <message>
        <source>Left and right, ± {limit}; half a year ago {left} and {right}.</source>
        <translation>Links und rechts, ± {limit}; vor einem halben Jahr {left} und {right}.</translation>
    </message>
    <message>
        <source>{apart} apart, within what repeats differ by (± {limit})</source>
        <translation>{apart} auseinander, so weit weichen Wiederholungen des Tests voneinander ab (± {limit})</translation>
    </message>
    <message>
        <source>{apart} apart, beyond what repeats differ by (± {limit})</source>
        <translation>{apart} auseinander, weiter als Wiederholungen des Tests voneinander abweichen (± {limit})</translation>
    </message>
    <message>
        <source>{}, reserve not noted</source>
        <translation>{}, Reserve nicht eingetragen</translation>
    </message>
    <message>
        <source>reserve not noted: drawn, but not compared</source>
        <translation>Reserve nicht eingetragen: wird gezeichnet, aber nicht verglichen</translation>
    </message>
    <message>
        <source>rough: {} repetitions, with those in reserve</source>
        <translation>grob: {} Wiederholungen, die in Reserve mitgezählt</translation>
    </message>
    <message>
        <source>No estimate: a set of both legs says nothing about one.</source>
        <translation>Keine Schätzung: Ein Satz beider Beine sagt nichts über eines.</translation>
    </message>
    <message>
        <source>No estimate: it is a warm-up.</source>
        <translation>Keine Schätzung: Es ist ein Aufwärmsatz.</translation>
    </message>
    <message>
        <source>No estimate: no repetition was done.</source>
        <translation>Keine Schätzung: Es wurde keine Wiederholung gemacht.</translation>
    </message>
    <message>
        <source>No estimate: a load of nothing, or less, tells nothing.</source>
        <translation>Keine Schätzung: Eine Last von null oder weniger sagt nichts aus.</translation>
    </message>
    <message>
        <source>All ages: medians of {} (dominant leg) and {} (other leg), on an incline board (Sleeswijk Visser 2025).</source>
        <translation>Alle Alter: Mediane {} (dominantes Bein) und {} (anderes Bein), auf einem Keil (Sleeswijk Visser 2025).</translation>
    </message>
    <message>
        <source>The two disagree about age: the figures of 2017 fall with it; the study of 2025 found that sex, BMI, height and activity matter, age does not. Both tested the straight knee on an incline, so a test on level ground does not compare.</source>
        <translation>Beim Alter widersprechen sie sich: Die Werte von 2017 sinken mit ihm; die Studie von 2025 fand, dass Geschlecht, BMI, Größe und Aktivität zählen, das Alter nicht. Beide prüften das gestreckte Knie auf schrägem Untergrund; ein Test auf ebenem Boden ist damit nicht vergleichbar.</translation>
    </message>
    <message>
        <source>{} is best</source>
        <translation>{} ist der beste Wert</translation>
    </message>
    <message>
        <source>{}: e1RM, {}</source>
        <translation>{}: e1RM, {}</translation>
    </message>
    <message>
        <source>Volume a week (last 4), left</source>
        <translation>Volumen pro Woche (letzte 4), links</translation>
    </message>
    <message>
        <source>Volume a week (last 4), right</source>
        <translation>Volumen pro Woche (letzte 4), rechts</translation>
    </message>
    <message>
        <source>Volume a week (last 4), both at once</source>
        <translation>Volumen pro Woche (letzte 4), beidbeinig</translation>
    </message>
    <message>
        <source>Running: {}</source>
        <translation>Laufumfang: {}</translation>
    </message>
    <message>
        <source>Hard sets</source>
        <translation>Harte Sätze</translation>
    </message>
    <message>
        <source>Running, {}</source>
        <translation>Laufen, {}</translation>
    </message>
    <message>
        <source>Pain next morning, median, {}</source>
        <translation>Schmerz am Morgen danach, Median, {}</translation>
    </message>
    <message>
        <source>Since {}:</source>
        <translation>Seit {}:</translation>
    </message>
    <message>
        <source>{leg}: no pain noted.</source>
        <translation>{leg}: kein Schmerz notiert.</translation>
    </message>
    <message numerus="yes">
        <source>next morning above before in {} of %Ln (session|sessions)</source>
        <translation>
            <numerusform>am Morgen danach mehr als vorher bei {} von %Ln Einheit</numerusform>
            <numerusform>am Morgen danach mehr als vorher bei {} von %Ln Einheiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{leg}: {told}.</source>
        <translation>{leg}: {told}.</translation>
    </message>
    <message>
        <source>level ground</source>
        <translation>ebener Boden</translation>
    </message>
    <message>
        <source>±: two scores of one leg, or of equal legs, differ by chance by up to {} repetitions, above 24 by {} % of their mean (95 in 100, Hébert-Losier 2017); another study found 37 %.</source>
        <translation>±: Zwei Ergebnisse eines Beins oder gleich starker Beine unterscheiden sich zufällig um bis zu {} Wiederholungen, über 24 um {} % ihres Mittels (95 von 100, Hébert-Losier 2017); eine andere Studie fand 37 %.</translation>
    </message>
    <message>
        <source>LSI: {} / {}</source>
        <translation>LSI: {} / {}</translation>
    </message>
    <message>
        <source>{} ± {}</source>
        <translation>{} ± {}</translation>
    </message>
    <message>
        <source>Strength tests alone: {}</source>
        <translation>Nur Krafttests: {}</translation>
    </message>
    <message>
        <source>{}, test</source>
        <translation>{}, Test</translation>
    </message>
    <message numerus="yes">
        <source>A copy of this log has %Ln (session|sessions) that this one lacks.</source>
        <translation>
            <numerusform>Eine Kopie dieses Protokolls hat %Ln Einheit, die hier fehlt.</numerusform>
            <numerusform>Eine Kopie dieses Protokolls hat %Ln Einheiten, die hier fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A copy of this log has %Ln (set|sets) that this one lacks.</source>
        <translation>
            <numerusform>Eine Kopie dieses Protokolls hat %Ln Satz, der hier fehlt.</numerusform>
            <numerusform>Eine Kopie dieses Protokolls hat %Ln Sätze, die hier fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A copy of this log has %Ln (entry|entries) that this one lacks.</source>
        <translation>
            <numerusform>Eine Kopie dieses Protokolls hat %Ln Eintrag, der hier fehlt.</numerusform>
            <numerusform>Eine Kopie dieses Protokolls hat %Ln Einträge, die hier fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In a copy of this log, %Ln (entry was|entries were) edited later than here.</source>
        <translation>
            <numerusform>In einer Kopie dieses Protokolls wurde %Ln Eintrag später geändert als hier.</numerusform>
            <numerusform>In einer Kopie dieses Protokolls wurden %Ln Einträge später geändert als hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program put a copy in place of this log. What you had saved is back in it.</source>
        <translation>Ein anderes Programm hat dieses Protokoll durch eine Kopie ersetzt. Was du gespeichert hattest, steht wieder darin.</translation>
    </message>
    <message numerus="yes">
        <source>Another program put a copy in place of this log. The %Ln (set it lacked is|sets it lacked are) back.</source>
        <translation>
            <numerusform>Ein anderes Programm hat eine Kopie an die Stelle dieses Protokolls gelegt. Der %Ln Satz, der darin fehlte, ist wieder da.</numerusform>
            <numerusform>Ein anderes Programm hat eine Kopie an die Stelle dieses Protokolls gelegt. Die %Ln Sätze, die darin fehlten, sind wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program put a file in this log&apos;s place in which nothing can be saved. What this window had saved is with the backups, as “{}”.</source>
        <translation>Ein anderes Programm hat an die Stelle dieses Protokolls eine Datei gelegt, in der sich nichts speichern lässt. Was dieses Fenster gespeichert hatte, liegt bei den Sicherungen, als „{}“.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Made with Qt {qt} (LGPL 3), PySide (LGPL 3), Python {python} and SQLite {sqlite}.</source>
        <translation>Freie Software unter der MIT-Lizenz. Gemacht mit Qt {qt} (LGPL 3), PySide (LGPL 3), Python {python} und SQLite {sqlite}.</translation>
    </message>
    <message>
        <source>Your log: {file}</source>
        <translation>Dein Protokoll: {file}</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>{} of {}, {}</source>
        <translation>{} von {}, {}</translation>
    </message>
    <message>
        <source>Made-up &amp;year</source>
        <translation>Erfundenes &amp;Jahr</translation>
    </message>
    <message>
        <source>The window with the made-up year could not be opened.</source>
        <translation>Das Fenster mit dem erfundenen Jahr ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation>Protokoll&amp;ordner anzeigen</translation>
    </message>
    <message>
        <source>No program shows folders here. The folder is {}.</source>
        <translation>Kein Programm zeigt hier Ordner. Der Ordner ist {}.</translation>
    </message>
    <message>
        <source>This log is in memory alone: it lies in no folder.</source>
        <translation>Dieses Protokoll ist nur im Speicher: Es liegt in keinem Ordner.</translation>
    </message>
    <message>
        <source>This log is in memory alone: it goes with its window.</source>
        <translation>Dieses Protokoll ist nur im Speicher: Es vergeht mit seinem Fenster.</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>read the session before or the next one</source>
        <translation>die Einheit davor oder danach ablesen</translation>
    </message>
    <message>
        <source>open that session</source>
        <translation>diese Einheit öffnen</translation>
    </message>
    <message>
        <source>show less or more time</source>
        <translation>weniger oder mehr Zeit zeigen</translation>
    </message>
    <message>
        <source>show the chart as a table, and back</source>
        <translation>das Diagramm als Tabelle zeigen, und zurück</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>take the line of the day away</source>
        <translation>die Linie des Tages wegnehmen</translation>
    </message>
    <message>
        <source>In the charts</source>
        <translation>In den Diagrammen</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>höchstens {}</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Befehl s&amp;uchen…</translation>
    </message>
    <message>
        <source>pain {}</source>
        <translation>Schmerz {}</translation>
    </message>
    <message>
        <source>stiffness {} min</source>
        <translation>Steifigkeit {} min</translation>
    </message>
    <message>
        <source>id must have no control characters.</source>
        <translation>id darf keine Steuerzeichen haben.</translation>
    </message>
    <message>
        <source>{} has half a character that cannot be kept: remove it.</source>
        <translation>{} enthält ein halbes Zeichen, das nicht gespeichert werden kann: Entferne es.</translation>
    </message>
    <message>
        <source>{} must be {:g} to {:g}, not {:g}.</source>
        <translation>{}: erlaubt ist {:g} bis {:g}, nicht {:g}.</translation>
    </message>
    <message>
        <source>{} must lie between {} and {}, not {}.</source>
        <translation>{}: erlaubt ist {} bis {}, nicht {}.</translation>
    </message>
    <message>
        <source>A note may have {:,} characters, not {:,}.</source>
        <translation>Eine Notiz darf {:,} Zeichen haben, nicht {:,}.</translation>
    </message>
    <message>
        <source>A day of the week</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>A distance in km</source>
        <translation>Strecke in km</translation>
    </message>
    <message>
        <source>A duration in seconds</source>
        <translation>Dauer in Sekunden</translation>
    </message>
    <message>
        <source>A goal in bodyweights</source>
        <translation>Ziel in Körpergewichten</translation>
    </message>
    <message>
        <source>A goal in percent</source>
        <translation>Ziel in Prozent</translation>
    </message>
    <message>
        <source>A goal in repetitions</source>
        <translation>Ziel in Wiederholungen</translation>
    </message>
    <message>
        <source>A load beside bodyweight in kg</source>
        <translation>Last neben dem Körpergewicht in kg</translation>
    </message>
    <message>
        <source>A load in % of the maximum</source>
        <translation>Last in % des Maximums</translation>
    </message>
    <message>
        <source>A load in kg</source>
        <translation>Last in kg</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Die Notiz</translation>
    </message>
    <message>
        <source>A place in the plan</source>
        <translation>Platz im Plan</translation>
    </message>
    <message>
        <source>A place in the session</source>
        <translation>Platz in der Einheit</translation>
    </message>
    <message>
        <source>A session in seconds</source>
        <translation>Dauer der Einheit in Sekunden</translation>
    </message>
    <message>
        <source>A session&apos;s start</source>
        <translation>Beginn der Einheit</translation>
    </message>
    <message>
        <source>A set number</source>
        <translation>Nummer des Satzes</translation>
    </message>
    <message>
        <source>A tempo phase in seconds</source>
        <translation>Phase des Tempos in Sekunden</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>Schläge pro Minute</translation>
    </message>
    <message>
        <source>Bodyweight in kg</source>
        <translation>Körpergewicht in kg</translation>
    </message>
    <message>
        <source>Hours between sessions</source>
        <translation>Stunden zwischen Einheiten</translation>
    </message>
    <message>
        <source>It</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Schmerz</translation>
    </message>
    <message>
        <source>Planned repetitions</source>
        <translation>Geplante Wiederholungen</translation>
    </message>
    <message>
        <source>Planned reps in reserve</source>
        <translation>Geplante Reserve</translation>
    </message>
    <message>
        <source>Planned rest in seconds</source>
        <translation>Geplante Pause in Sekunden</translation>
    </message>
    <message>
        <source>Planned sets</source>
        <translation>Geplante Sätze</translation>
    </message>
    <message>
        <source>RPE</source>
        <translation>RPE</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Reps in reserve</source>
        <translation>Wdh. in Reserve</translation>
    </message>
    <message>
        <source>Rest in seconds</source>
        <translation>Pause in Sekunden</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Stiffness in minutes</source>
        <translation>Steifheit in Minuten</translation>
    </message>
    <message>
        <source>The day of a goal</source>
        <translation>Tag des Ziels</translation>
    </message>
    <message>
        <source>The day of a plan&apos;s maximum</source>
        <translation>Tag des Maximums eines Plans</translation>
    </message>
    <message>
        <source>The day of a run</source>
        <translation>Tag des Laufs</translation>
    </message>
    <message>
        <source>The day of a symptom</source>
        <translation>Tag der Beschwerden</translation>
    </message>
    <message>
        <source>The day of a test</source>
        <translation>Tag des Tests</translation>
    </message>
    <message>
        <source>The day of a weighing</source>
        <translation>Tag des Wiegens</translation>
    </message>
    <message>
        <source>The day on which a phase begins</source>
        <translation>Beginn der Phase</translation>
    </message>
    <message>
        <source>The first day of a plan</source>
        <translation>Erster Tag des Plans</translation>
    </message>
    <message>
        <source>The first week of a phase</source>
        <translation>Erste Woche der Phase</translation>
    </message>
    <message>
        <source>The incline in degrees</source>
        <translation>Neigung in Grad</translation>
    </message>
    <message>
        <source>The instant of an edit</source>
        <translation>Zeitpunkt der Änderung</translation>
    </message>
    <message>
        <source>The last day of a plan</source>
        <translation>Letzter Tag des Plans</translation>
    </message>
    <message>
        <source>The last week of a phase</source>
        <translation>Letzte Woche der Phase</translation>
    </message>
    <message>
        <source>The lowest band of pain</source>
        <translation>Unterster Schmerzbereich</translation>
    </message>
    <message>
        <source>The marked difference in %</source>
        <translation>Deutlicher Unterschied in %</translation>
    </message>
    <message>
        <source>The middle band of pain</source>
        <translation>Mittlerer Schmerzbereich</translation>
    </message>
    <message>
        <source>The most repetitions planned</source>
        <translation>Meiste geplante Wiederholungen</translation>
    </message>
    <message>
        <source>The name of a plan</source>
        <translation>Der Name des Plans</translation>
    </message>
    <message>
        <source>The name of equipment</source>
        <translation>Der Name des Geräts</translation>
    </message>
    <message>
        <source>The number of sets</source>
        <translation>Anzahl der Sätze</translation>
    </message>
    <message>
        <source>The rating of perceived exertion</source>
        <translation>Empfundene Anstrengung (RPE)</translation>
    </message>
    <message>
        <source>The ratio aimed at</source>
        <translation>Angestrebtes Verhältnis</translation>
    </message>
    <message>
        <source>The runner&apos;s name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>The start of a run</source>
        <translation>Beginn des Laufs</translation>
    </message>
    <message>
        <source>The training day</source>
        <translation>Trainingstag</translation>
    </message>
    <message>
        <source>The usual range in %</source>
        <translation>Üblicher Bereich in %</translation>
    </message>
    <message>
        <source>The weeks of a plan</source>
        <translation>Wochen des Plans</translation>
    </message>
    <message>
        <source>The year of birth</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>S</source>
        <translation>Si</translation>
    </message>
    <message>
        <source>St</source>
        <translation>St</translation>
    </message>
    <message>
        <source>StB</source>
        <translation>StG</translation>
    </message>
    <message>
        <source>S: seated, St: standing, StB: standing with the knee bent; left | right leg. w: warm-up, t: test.</source>
        <translation>Si: sitzend, St: stehend, StG: stehend mit gebeugtem Knie; linkes | rechtes Bein. w: Aufwärmen, t: Test.</translation>
    </message>
    <message>
        <source>heaviest for {} reps</source>
        <translation>am schwersten für {} Wdh.</translation>
    </message>
    <message>
        <source>highest estimate</source>
        <translation>höchste Schätzung</translation>
    </message>
    <message>
        <source>Best on this equipment: {}</source>
        <translation>Bestwert auf diesem Gerät: {}</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>{}° incline</source>
        <translation>{}° Schräge</translation>
    </message>
    <message>
        <source>{exercise}: {legs}</source>
        <translation>{exercise}: {legs}</translation>
    </message>
    <message>
        <source>{exercise}, in {weeks} weeks: {legs}.</source>
        <translation>{exercise}, in {weeks} Wochen: {legs}.</translation>
    </message>
    <message>
        <source>no change beyond ± {limit} %</source>
        <translation>keine Änderung über ± {limit} % hinaus</translation>
    </message>
    <message>
        <source>{size} % stronger, ± {limit}</source>
        <translation>{size} % stärker, ± {limit}</translation>
    </message>
    <message>
        <source>{size} % weaker, ± {limit}</source>
        <translation>{size} % schwächer, ± {limit}</translation>
    </message>
    <message>
        <source>&amp;Previous session</source>
        <translation>&amp;Vorige Einheit</translation>
    </message>
    <message>
        <source>Ne&amp;xt session</source>
        <translation>Nä&amp;chste Einheit</translation>
    </message>
    <message>
        <source>Next mornin&amp;g</source>
        <translation>Mo&amp;rgen danach</translation>
    </message>
    <message>
        <source>Heel-r&amp;aise test…</source>
        <translation>&amp;Wadenhebetest…</translation>
    </message>
    <message>
        <source>Strengt&amp;h test…</source>
        <translation>&amp;Krafttest…</translation>
    </message>
    <message>
        <source>Goal&amp;s…</source>
        <translation>&amp;Ziele…</translation>
    </message>
    <message>
        <source>Enter a number, not “{}”.</source>
        <translation>Gib eine Zahl ein, nicht „{}“.</translation>
    </message>
    <message>
        <source>pain {} of 10</source>
        <translation>Schmerz {} von 10</translation>
    </message>
    <message>
        <source>tempo {}</source>
        <translation>Tempo {}</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Tage des Monats</translation>
    </message>
    <message>
        <source>{sets} in {minutes} min</source>
        <translation>{sets} in {minutes} min</translation>
    </message>
    <message>
        <source>{}.</source>
        <translation>{}.</translation>
    </message>
    <message>
        <source>Tomorrow you will be asked how your legs feel.</source>
        <translation>Morgen wirst du gefragt, wie es den Beinen geht.</translation>
    </message>
    <message>
        <source>Best {exercise} {leg} {load}.</source>
        <translation>Bestwert {exercise} {leg} {load}.</translation>
    </message>
    <message>
        <source>Best {exercise} {leg} {load}, {more}.</source>
        <translation>Bestwert {exercise} {leg} {load}, {more}.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>made</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>backed up</source>
        <translation>gesichert</translation>
    </message>
    <message>
        <source>tidied</source>
        <translation>aufgeräumt</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>gerettet</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation>das Speicherkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>der Datenträger kann nur gelesen werden</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>Datei oder Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>die Datei gibt es schon</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>es wird gerade benutzt</translation>
    </message>
    <message>
        <source>{} could not be {}: {}.</source>
        <translation>{} konnte nicht {} werden: {}.</translation>
    </message>
    <message>
        <source>it is no file, but a device or a pipe</source>
        <translation>es ist keine Datei, sondern ein Gerät oder eine Pipe</translation>
    </message>
    <message>
        <source>it has {:,.0f} MB, and no training has more than {:,.0f}</source>
        <translation>es sind {:,.0f} MB, und kein Training hat mehr als {:,.0f}</translation>
    </message>
    <message>
        <source>{} could not be written: it is a Soleus log. Choose another name.</source>
        <translation>{} konnte nicht geschrieben werden: Es ist ein Protokoll von Soleus. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>{} could not be written: by its name it would belong to the log {}. Choose another name.</source>
        <translation>{} konnte nicht geschrieben werden: Dem Namen nach würde es zum Protokoll {} gehören. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>beside it lies {}, which may hold changes of another log. Choose another name, or move that file away</source>
        <translation>daneben liegt {}, worin Änderungen eines anderen Protokolls stehen können. Wähle einen anderen Namen, oder verschiebe diese Datei</translation>
    </message>
    <message>
        <source>{} was written, but the disk reported an error ({}): it may not last. Check that the disk is still connected.</source>
        <translation>{} wurde geschrieben, aber der Datenträger meldete einen Fehler ({}): Vielleicht bleibt es nicht erhalten. Prüf, ob er noch angeschlossen ist.</translation>
    </message>
    <message>
        <source>Equipment needs a name of 1 to {} characters.</source>
        <translation>Ein Gerät braucht einen Namen von 1 bis {} Zeichen.</translation>
    </message>
    <message>
        <source>A goal in heel raises is of a standing exercise.</source>
        <translation>Ein Ziel im Fersenhebe-Test gilt für eine Übung im Stehen.</translation>
    </message>
    <message>
        <source>A goal of a difference is of both legs.</source>
        <translation>Ein Ziel für den Unterschied gilt für beide Beine.</translation>
    </message>
    <message>
        <source>The heel-raise test is done standing: no seated norm is known.</source>
        <translation>Der Fersenhebe-Test wird im Stehen gemacht: Für das Sitzen ist keine Norm bekannt.</translation>
    </message>
    <message>
        <source>The heel-raise test is of one leg: left or right.</source>
        <translation>Der Fersenhebe-Test gilt einem Bein: links oder rechts.</translation>
    </message>
    <message>
        <source>a number of repetitions, as in 8x60</source>
        <translation>eine Zahl von Wiederholungen wie in 8x60</translation>
    </message>
    <message>
        <source>“{}” says a second time what was said.</source>
        <translation>„{}“ sagt zum zweiten Mal, was schon gesagt ist.</translation>
    </message>
    <message>
        <source>a load, as in 8x60</source>
        <translation>eine Last wie in 8x60</translation>
    </message>
    <message>
        <source>a load</source>
        <translation>eine Last</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a tempo as in 3-0-3-0</source>
        <translation>ein Tempo wie 3-0-3-0</translation>
    </message>
    <message>
        <source>RPE goes in halves, not {:g}.</source>
        <translation>RPE geht in halben Schritten, nicht {:g}.</translation>
    </message>
    <message>
        <source>{} must be a whole number, not {:g}.</source>
        <translation>{}: erlaubt ist nur eine ganze Zahl, nicht {:g}.</translation>
    </message>
    <message>
        <source>A line may have {:,} characters.</source>
        <translation>Eine Zeile darf {:,} Zeichen haben.</translation>
    </message>
    <message>
        <source>Expected {}, found “{}”.</source>
        <translation>Erwartet: {}, gefunden: „{}“.</translation>
    </message>
    <message>
        <source>Expected {}.</source>
        <translation>Erwartet: {}.</translation>
    </message>
    <message>
        <source>“{}” is not understood: write 8x60, then r2, w or # note.</source>
        <translation>„{}“ ist nicht zu verstehen: Schreib 8x60, dann r2, w oder # Notiz.</translation>
    </message>
    <message>
        <source>Name one leg or each, not both.</source>
        <translation>Nenn ein Bein oder „je“, nicht beides.</translation>
    </message>
    <message>
        <source>Expected raise-top-lower-bottom in seconds, as in 3-0-3-0.</source>
        <translation>Erwartet: Heben-Oben-Senken-Unten in Sekunden, wie 3-0-3-0.</translation>
    </message>
    <message>
        <source>A plan needs a name of 1 to {} characters.</source>
        <translation>Ein Plan braucht einen Namen von 1 bis {} Zeichen.</translation>
    </message>
    <message>
        <source>A plan ends no earlier than the day before its first.</source>
        <translation>Ein Plan endet frühestens am Tag vor seinem ersten.</translation>
    </message>
    <message>
        <source>A phase is on days of the week, or every so many hours.</source>
        <translation>Eine Phase hat Wochentage oder einen Abstand in Stunden.</translation>
    </message>
    <message>
        <source>The days of the week go from Monday to Sunday, each once.</source>
        <translation>Die Wochentage gehen von Montag bis Sonntag, jeder einmal.</translation>
    </message>
    <message>
        <source>The days on which a phase began are in order, each once.</source>
        <translation>Die Tage, an denen eine Phase begann, stehen in ihrer Reihenfolge, jeder einmal.</translation>
    </message>
    <message>
        <source>A planned load needs a figure, and what it is a figure of.</source>
        <translation>Eine geplante Last braucht eine Zahl, und wovon sie eine ist.</translation>
    </message>
    <message>
        <source>The injured leg is left or right.</source>
        <translation>Das verletzte Bein ist links oder rechts.</translation>
    </message>
    <message>
        <source>Sex is male, female or not given: the norms know no other.</source>
        <translation>Das Geschlecht ist männlich, weiblich oder nicht angegeben: Die Normen kennen kein anderes.</translation>
    </message>
    <message>
        <source>“{}:” is not known: “note:” searches notes, “event:” events, “since:” what came after one, and a text in quotes is searched as it stands.</source>
        <translation>„{}:“ ist nicht bekannt: „note:“ sucht in Notizen, „event:“ in Ereignissen, „since:“ ab einem Ereignis, und Text in Anführungszeichen wird so gesucht, wie er dasteht.</translation>
    </message>
    <message>
        <source>“{}” cannot be compared</source>
        <translation>„{}“ lässt sich nicht vergleichen</translation>
    </message>
    <message>
        <source>“{}” compares nothing</source>
        <translation>„{}“ vergleicht nichts</translation>
    </message>
    <message>
        <source>not “{}”</source>
        <translation>nicht „{}“</translation>
    </message>
    <message>
        <source>as in {}{}3</source>
        <translation>wie in {}{}3</translation>
    </message>
    <message>
        <source>Enter a number after “{}”, {}.</source>
        <translation>Gib nach „{}“ eine Zahl ein, {}.</translation>
    </message>
    <message>
        <source>There is no {}: a month is written as 2026-03, a day as 2026-03-12.</source>
        <translation>{} gibt es nicht: Ein Monat schreibt sich 2026-03, ein Tag 2026-03-12.</translation>
    </message>
    <message>
        <source>A symptom needs pain or stiffness; nought says that there was none.</source>
        <translation>Beschwerden brauchen Schmerz oder Steifheit; null sagt, dass es keine gab.</translation>
    </message>
    <message>
        <source>“{}” is not a number.</source>
        <translation>„{}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“{}” is not a whole number.</source>
        <translation>„{}“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>{} is empty.</source>
        <translation>{} ist leer.</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} ist {}</translation>
    </message>
    <message>
        <source>{} is not a text file.</source>
        <translation>{} ist keine Textdatei.</translation>
    </message>
    <message>
        <source>{} is no table: its first line has {:,} characters.</source>
        <translation>{} ist keine Tabelle: Die erste Zeile hat {:,} Zeichen.</translation>
    </message>
    <message>
        <source>A cell of this line has more than {:,} characters.</source>
        <translation>Eine Zelle dieser Zeile hat mehr als {:,} Zeichen.</translation>
    </message>
    <message>
        <source>A quotation mark in this line is not closed.</source>
        <translation>Ein Anführungszeichen in dieser Zeile wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this line.</source>
        <translation>Die Datei endet mitten in dieser Zeile.</translation>
    </message>
    <message>
        <source>{} has more than {:,} lines: no training has so many.</source>
        <translation>{} hat mehr als {:,} Zeilen: So viele hat kein Training.</translation>
    </message>
    <message>
        <source>{} has more than {:,} blank lines in a row.</source>
        <translation>{} hat mehr als {:,} leere Zeilen hintereinander.</translation>
    </message>
    <message>
        <source>a picture. Import the table that the app exports (CSV).</source>
        <translation>ein Bild. Importiere die Tabelle, die die App exportiert (CSV).</translation>
    </message>
    <message>
        <source>a film or a sound. Import the table that the app exports (CSV).</source>
        <translation>ein Film oder Ton. Importiere die Tabelle, die die App exportiert (CSV).</translation>
    </message>
    <message>
        <source>an archive of a kind that is not opened. Unpack it and import what is in it.</source>
        <translation>ein Archiv einer Art, die nicht geöffnet wird. Entpack es und importiere, was darin ist.</translation>
    </message>
    <message>
        <source>a file of an old Excel or Word, or one locked with a password. Save it as .xlsx or CSV and import that.</source>
        <translation>eine Datei eines alten Excel oder Word oder mit einem Passwort gesperrt. Speichere sie als .xlsx oder CSV und importiere das.</translation>
    </message>
    <message>
        <source>the track of one activity. Import the list of all of them that the app exports (CSV).</source>
        <translation>die Strecke einer einzelnen Aktivität. Importiere die Liste aller, die die App exportiert (CSV).</translation>
    </message>
    <message>
        <source>a FIT file of a watch, which has no columns to choose.</source>
        <translation>eine FIT-Datei einer Uhr; sie hat keine Spalten zum Auswählen.</translation>
    </message>
    <message>
        <source>a web page. Import a table (CSV).</source>
        <translation>eine Webseite. Importiere eine Tabelle (CSV).</translation>
    </message>
    <message>
        <source>an XML file, which is not read. Import a table (CSV).</source>
        <translation>eine XML-Datei, die nicht gelesen wird. Importiere eine Tabelle (CSV).</translation>
    </message>
    <message>
        <source>a JSON file of another program, which is not read. Import its table (CSV).</source>
        <translation>eine JSON-Datei eines anderen Programms, die nicht gelesen wird. Importiere dessen Tabelle (CSV).</translation>
    </message>
    <message>
        <source>a database. Take it out of its archive and import it by itself.</source>
        <translation>eine Datenbank. Nimm sie aus ihrem Archiv und importiere sie für sich.</translation>
    </message>
    <message>
        <source>a PDF. Import a table (CSV).</source>
        <translation>ein PDF. Importiere eine Tabelle (CSV).</translation>
    </message>
    <message>
        <source>an empty ZIP archive.</source>
        <translation>ein leeres ZIP-Archiv.</translation>
    </message>
    <message>
        <source>a text of Word (RTF). Save its table as CSV and import that.</source>
        <translation>ein Text von Word (RTF). Speichere seine Tabelle als CSV und importiere das.</translation>
    </message>
    <message>
        <source>Its elements lie deeper in each other than in any such file.</source>
        <translation>Seine Elemente liegen tiefer ineinander als in jeder solchen Datei.</translation>
    </message>
    <message>
        <source>It declares words that stand for others, which no such file needs.</source>
        <translation>Es erklärt Wörter, die für andere stehen; das braucht keine solche Datei.</translation>
    </message>
    <message>
        <source>It has an element longer than any of such a file.</source>
        <translation>Es hat ein Element, das länger ist als jedes einer solchen Datei.</translation>
    </message>
    <message>
        <source>{} is no sound export of {}. {}</source>
        <translation>{} ist kein heiler Export von {}. {}</translation>
    </message>
    <message>
        <source>{} is in an encoding that is not read.</source>
        <translation>{} hat eine Zeichenkodierung, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>The file is damaged from here on ({}).</source>
        <translation>Von hier an ist die Datei beschädigt ({}).</translation>
    </message>
    <message>
        <source>“{}” is not kept.</source>
        <translation>„{}“ wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The bodyweight is missing.</source>
        <translation>Das Körpergewicht fehlt.</translation>
    </message>
    <message>
        <source>“{}” is no run.</source>
        <translation>„{}“ ist kein Lauf.</translation>
    </message>
    <message>
        <source>Whether “{}” is a run is not known.</source>
        <translation>Ob „{}“ ein Lauf ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The distance is missing.</source>
        <translation>Die Strecke fehlt.</translation>
    </message>
    <message>
        <source>Choose the columns of {}.</source>
        <comment>, </comment>
        <translation>Wähle die Spalten für {}.</translation>
    </message>
    <message>
        <source>A line may hold {} sets, not {}.</source>
        <translation>Eine Zeile darf {} Sätze haben, nicht {}.</translation>
    </message>
    <message>
        <source>“{}” is no number of sets.</source>
        <translation>„{}“ ist keine Anzahl von Sätzen.</translation>
    </message>
    <message>
        <source>“{}” is no leg.</source>
        <translation>„{}“ ist kein Bein.</translation>
    </message>
    <message>
        <source>“{}” does not say whether the set was done.</source>
        <translation>„{}“ sagt nicht, ob der Satz gemacht wurde.</translation>
    </message>
    <message>
        <source>This line has {:,} cells.</source>
        <translation>Diese Zeile hat {:,} Zellen.</translation>
    </message>
    <message>
        <source>A cell of this line has {:,} characters.</source>
        <translation>Eine Zelle dieser Zeile hat {:,} Zeichen.</translation>
    </message>
    <message>
        <source>“{}” is no unit of a weight.</source>
        <translation>„{}“ ist keine Gewichtseinheit.</translation>
    </message>
    <message>
        <source>a binary workbook (.xlsb). Save it as .xlsx or CSV and import that.</source>
        <translation>eine binäre Arbeitsmappe (.xlsb). Speichere sie als .xlsx oder CSV und importiere das.</translation>
    </message>
    <message>
        <source>a file of LibreOffice. Save it as .xlsx or CSV and import that.</source>
        <translation>eine Datei von LibreOffice. Speichere sie als .xlsx oder CSV und importiere das.</translation>
    </message>
    <message>
        <source>a file of Apple Numbers. Export it as CSV and import that.</source>
        <translation>eine Datei von Apple Numbers. Exportiere sie als CSV und importiere das.</translation>
    </message>
    <message>
        <source>a text of Word. Save its table as CSV and import that.</source>
        <translation>ein Text von Word. Speichere seine Tabelle als CSV und importiere das.</translation>
    </message>
    <message>
        <source>{} holds {}.</source>
        <translation>{} enthält {}.</translation>
    </message>
    <message>
        <source>{} holds no “{}”.</source>
        <translation>{} enthält kein „{}“.</translation>
    </message>
    <message>
        <source>{} lies more than {} archives deep. Unpack it and import what is in it.</source>
        <translation>{} liegt tiefer als {} Archive ineinander. Entpack es und importiere, was darin ist.</translation>
    </message>
    <message>
        <source>{} could not be read: {}.</source>
        <translation>{} konnte nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>{} is locked with a password, or packed in a way that is not read.</source>
        <translation>{} ist mit einem Passwort gesperrt oder so gepackt, dass es nicht gelesen wird.</translation>
    </message>
    <message>
        <source>{} is damaged, or packed in a way that is not read.</source>
        <translation>{} ist beschädigt oder so gepackt, dass es nicht gelesen wird.</translation>
    </message>
    <message>
        <source>{} unpacks to far more than any training. It was not opened.</source>
        <translation>{} wird entpackt weit größer als jedes Training. Es wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{} is packed in a way that is not read. Unpack it and import that.</source>
        <translation>{} ist so gepackt, dass es nicht gelesen wird. Entpack es und importiere das.</translation>
    </message>
    <message>
        <source>no sheet with a table</source>
        <translation>kein Blatt mit einer Tabelle</translation>
    </message>
    <message>
        <source>{} and {:,} more</source>
        <translation>{} und {:,} weitere</translation>
    </message>
    <message>
        <source>{} holds no “{}”, but {}.</source>
        <translation>{} enthält kein „{}“, sondern {}.</translation>
    </message>
    <message>
        <source>{} holds far more files than any training. Unpack it and import what is in it.</source>
        <translation>{} enthält weit mehr Dateien als jedes Training. Entpack es und importiere, was darin ist.</translation>
    </message>
    <message>
        <source>“{}” is not a date.</source>
        <translation>„{}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>“{}” is not a time of day.</source>
        <translation>„{}“ ist keine Uhrzeit.</translation>
    </message>
    <message>
        <source>“{}” is no offset from UTC.</source>
        <translation>„{}“ ist kein Abstand zur UTC.</translation>
    </message>
    <message>
        <source>“{}” is not a date: “{}” is no month that is known.</source>
        <translation>„{}“ ist kein Datum: „{}“ ist kein bekannter Monat.</translation>
    </message>
    <message>
        <source>“{}” could be two days.</source>
        <translation>„{}“ könnte zwei Tage meinen.</translation>
    </message>
    <message>
        <source>{} has more than {:,} lines, and no training has that many.</source>
        <translation>{} hat mehr als {:,} Zeilen, und so viele hat kein Training.</translation>
    </message>
    <message>
        <source>{} {}</source>
        <translation>{} {}</translation>
    </message>
    <message>
        <source>Of which day? Write it above, as 2026-11-24 or 24 Nov.</source>
        <translation>Von welchem Tag? Schreib ihn darüber, wie 2026-11-24 oder 24. Nov.</translation>
    </message>
    <message>
        <source>Which exercise? Write seated, standing or bent in front.</source>
        <translation>Welche Übung? Schreib sitzend, stehend oder gebeugt davor.</translation>
    </message>
    <message>
        <source>Which load? Write it behind the repetitions, as in 8x60.</source>
        <translation>Welche Last? Schreib sie hinter die Wiederholungen, wie in 8x60.</translation>
    </message>
    <message>
        <source>No set of this day can be read, and a note alone is not taken.</source>
        <translation>Kein Satz dieses Tages ist lesbar, und eine Notiz allein wird nicht übernommen.</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such day as “{}”.</source>
        <translation>Den Tag „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“{}” is another day of the week.</source>
        <translation>„{}“ ist ein anderer Wochentag.</translation>
    </message>
    <message>
        <source>“{}” has no such time of day.</source>
        <translation>„{}“ hat keine solche Uhrzeit.</translation>
    </message>
    <message>
        <source>{} is a damaged FIT file, or one cut short.</source>
        <translation>{} ist eine beschädigte oder abgeschnittene FIT-Datei.</translation>
    </message>
    <message>
        <source>Held for {:g} s, without repetitions.</source>
        <translation>{:g} s gehalten, ohne Wiederholungen.</translation>
    </message>
    <message>
        <source>No repetition.</source>
        <translation>Keine Wiederholung.</translation>
    </message>
    <message>
        <source>{}: “{}” is no run.</source>
        <translation>{}: „{}“ ist kein Lauf.</translation>
    </message>
    <message>
        <source>{}: The distance is missing.</source>
        <translation>{}: Die Strecke fehlt.</translation>
    </message>
    <message>
        <source>{} is a FIT file of a watch, but of no activity.</source>
        <translation>{} ist eine FIT-Datei einer Uhr, aber von keiner Aktivität.</translation>
    </message>
    <message>
        <source>{} holds far more files than any training.</source>
        <translation>{} enthält weit mehr Dateien als jedes Training.</translation>
    </message>
    <message>
        <source>{} holds no activity of a watch (.fit).</source>
        <translation>{} enthält keine Aktivität einer Uhr (.fit).</translation>
    </message>
    <message>
        <source>{} is larger than the file of any activity.</source>
        <translation>{} ist größer als die Datei jeder Aktivität.</translation>
    </message>
    <message>
        <source>{} has more messages than any activity.</source>
        <translation>{} hat mehr Nachrichten als jede Aktivität.</translation>
    </message>
    <message>
        <source>{} is computed from {}: import that instead.</source>
        <translation>{} ist aus {} berechnet: Importiere stattdessen das.</translation>
    </message>
    <message>
        <source>The file has more than {:,} lines, and no training has that many.</source>
        <translation>Die Datei hat mehr als {:,} Zeilen, und so viele hat kein Training.</translation>
    </message>
    <message>
        <source>The unit of {} is not known.</source>
        <translation>Die Einheit von {} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{} is damaged, or cut short.</source>
        <translation>{} ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>{} is of no format that is recognised ({}). Its columns can be chosen by hand.</source>
        <translation>{} hat kein Format, das erkannt wird ({}). Die Spalten lassen sich von Hand wählen.</translation>
    </message>
    <message>
        <source>{} could not be read: no training has as much text.</source>
        <translation>{} konnte nicht gelesen werden: So viel Text hat kein Training.</translation>
    </message>
    <message>
        <source>{} could not be read: line {:,} of it has more than {:,} characters.</source>
        <translation>{} konnte nicht gelesen werden: Zeile {:,} hat mehr als {:,} Zeichen.</translation>
    </message>
    <message>
        <source>Its session is of {}, further up in the file.</source>
        <translation>Die Einheit ist vom {}, weiter oben in der Datei.</translation>
    </message>
    <message>
        <source>The day has more than {} sets of this exercise.</source>
        <translation>Der Tag hat mehr als {} Sätze dieser Übung.</translation>
    </message>
    <message>
        <source>This stands further up in the file, with other values.</source>
        <translation>Das steht weiter oben in der Datei mit anderen Werten.</translation>
    </message>
    <message>
        <source>It has {} cells, the headings {}.</source>
        <translation>Die Zeile hat {} Zellen, die Überschriften {}.</translation>
    </message>
    <message>
        <source>This session is there already on {}, which was kept.</source>
        <translation>Diese Einheit gibt es schon am {}; das wurde behalten.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>This session is there already with another {}, which was kept.</source>
        <translation>Diese Einheit gibt es schon, aber anders ({}); das wurde behalten.</translation>
    </message>
    <message>
        <source>The exercise is missing.</source>
        <translation>Die Übung fehlt.</translation>
    </message>
    <message>
        <source>It was not done.</source>
        <translation>Es wurde nicht gemacht.</translation>
    </message>
    <message>
        <source>“{}” is no type of set.</source>
        <translation>„{}“ ist keine Art von Satz.</translation>
    </message>
    <message>
        <source>No repetition was done.</source>
        <translation>Es wurde keine Wiederholung gemacht.</translation>
    </message>
    <message>
        <source>Repetitions are missing.</source>
        <translation>Die Wiederholungen fehlen.</translation>
    </message>
    <message>
        <source>A tempo needs all of its four phases.</source>
        <translation>Ein Tempo braucht alle vier Phasen.</translation>
    </message>
    <message>
        <source>The exercise is</source>
        <translation>Die Übung</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>The side is</source>
        <translation>Das Bein</translation>
    </message>
    <message>
        <source>side</source>
        <translation>Bein</translation>
    </message>
    <message>
        <source>{} could not be read: its sheet “{}” is larger than any training.</source>
        <translation>{} konnte nicht gelesen werden: Das Blatt „{}“ ist größer als jedes Training.</translation>
    </message>
    <message>
        <source>{} is a workbook that is damaged, or locked.</source>
        <translation>{} ist eine Arbeitsmappe, die beschädigt oder gesperrt ist.</translation>
    </message>
    <message>
        <source>{} missing.</source>
        <translation>{} fehlt.</translation>
    </message>
    <message>
        <source>“{}” is not a day like 2026-11-24.</source>
        <translation>„{}“ ist kein Tag wie 2026-11-24.</translation>
    </message>
    <message>
        <source>“{}” is no {}; it is one of {}.</source>
        <translation>„{}“ ist hier nicht bekannt ({}); erlaubt sind {}.</translation>
    </message>
    <message>
        <source>The name of a session may have {} characters.</source>
        <translation>Der Name einer Einheit darf {} Zeichen haben.</translation>
    </message>
    <message>
        <source>The session_id is</source>
        <translation>Die session_id</translation>
    </message>
    <message>
        <source>The date is</source>
        <translation>Das Datum</translation>
    </message>
    <message>
        <source>The moment is</source>
        <translation>Der Zeitpunkt</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Repetitions are</source>
        <translation>Die Zahl der Wiederholungen</translation>
    </message>
    <message>
        <source>reason to stop</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>must be a text.</source>
        <translation>muss ein Text sein.</translation>
    </message>
    <message>
        <source>must be a whole number.</source>
        <translation>muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>must be a number.</source>
        <translation>muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>must be a list.</source>
        <translation>muss eine Liste sein.</translation>
    </message>
    <message>
        <source>must be a day like 2026-11-24.</source>
        <translation>muss ein Tag wie 2026-11-24 sein.</translation>
    </message>
    <message>
        <source>must be an instant like 2026-11-24T18:05:00+01:00.</source>
        <translation>muss ein Zeitpunkt wie 2026-11-24T18:05:00+01:00 sein.</translation>
    </message>
    <message>
        <source>must be one of {}.</source>
        <comment>, </comment>
        <translation>muss eines von {} sein.</translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation>muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>has no field “{}”.</source>
        <translation>hat kein Feld „{}“.</translation>
    </message>
    <message>
        <source>lacks the field “{}”.</source>
        <translation>hat das Feld „{}“ nicht.</translation>
    </message>
    <message>
        <source>{}: {}, entry {}: {}</source>
        <translation>{}: {}, Eintrag {}: {}</translation>
    </message>
    <message>
        <source>its id stands twice.</source>
        <translation>die id steht zweimal da.</translation>
    </message>
    <message>
        <source>{} needs its offset from UTC.</source>
        <translation>{} braucht den Abstand zur UTC.</translation>
    </message>
    <message>
        <source>kind must be one of {}.</source>
        <comment>, </comment>
        <translation>kind muss eines von {} sein.</translation>
    </message>
    <message>
        <source>id must have 1 to {} characters.</source>
        <translation>id muss 1 bis {} Zeichen haben.</translation>
    </message>
    <message>
        <source>needs deleted_at, or the entry.</source>
        <translation>braucht deleted_at oder den Eintrag.</translation>
    </message>
    <message>
        <source>has the entry of another id.</source>
        <translation>hat den Eintrag einer anderen id.</translation>
    </message>
    <message>
        <source>{} is not JSON, or is cut short.</source>
        <translation>{} ist kein JSON oder abgeschnitten.</translation>
    </message>
    <message>
        <source>{} is JSON, but not a log of Soleus.</source>
        <translation>{} ist JSON, aber kein Protokoll von Soleus.</translation>
    </message>
    <message>
        <source>{} does not say which version of the format it has.</source>
        <translation>{} sagt nicht, welche Version des Formats es hat.</translation>
    </message>
    <message>
        <source>{} was written by a later version of Soleus. Read it with that.</source>
        <translation>{} wurde von einer späteren Version von Soleus geschrieben. Lies es mit dieser.</translation>
    </message>
    <message>
        <source>{} has “{}”, which no log has.</source>
        <translation>{} hat „{}“, was kein Protokoll hat.</translation>
    </message>
    <message>
        <source>{}: {} must be a list.</source>
        <translation>{}: {} muss eine Liste sein.</translation>
    </message>
    <message>
        <source>The id of the runner is “{}”.</source>
        <translation>Die id der Person ist „{}“.</translation>
    </message>
    <message>
        <source>its place is taken by an entry before it.</source>
        <translation>der Platz ist von einem Eintrag davor belegt.</translation>
    </message>
    <message>
        <source>{} names none of the {}.</source>
        <translation>{} nennt keinen Eintrag von {}.</translation>
    </message>
    <message>
        <source>{} was not written as it should be: check its disk.</source>
        <translation>{} wurde nicht so geschrieben, wie es sein soll: Prüf den Datenträger.</translation>
    </message>
    <message>
        <source>it does not hold what was counted</source>
        <translation>es enthält nicht, was gezählt wurde</translation>
    </message>
    <message>
        <source>The log is damaged, so no copy of it was kept ({}). Earlier backups are left as they are.</source>
        <translation>Das Protokoll ist beschädigt, deshalb wurde keine Kopie angelegt ({}). Frühere Sicherungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>{} could not be read: it is damaged ({}).</source>
        <translation>{} konnte nicht gelesen werden: Es ist beschädigt ({}).</translation>
    </message>
    <message>
        <source>This was changed in another window meanwhile, so nothing was saved. It is shown as it is now.</source>
        <translation>Das wurde inzwischen in einem anderen Fenster geändert; deshalb wurde nichts gespeichert. Gezeigt wird, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>another program writes to its file, or has put another one there. Try again</source>
        <translation>ein anderes Programm schreibt in die Datei oder hat eine andere hingelegt. Versuch es noch einmal</translation>
    </message>
    <message>
        <source>{} is not a Soleus log. It was left as it is.</source>
        <translation>{} ist kein Protokoll von Soleus. Es wurde so gelassen, wie es ist.</translation>
    </message>
    <message>
        <source>{} is empty, and so no Soleus log. It was left as it is.</source>
        <translation>{} ist leer, also kein Protokoll von Soleus. Es wurde so gelassen, wie es ist.</translation>
    </message>
    <message>
        <source>{} could not be opened: {}. Keep it, and go on with a backup.</source>
        <translation>{} konnte nicht geöffnet werden: {}. Heb es auf und mach mit einer Sicherung weiter.</translation>
    </message>
    <message>
        <source>{} was written by a later version of Soleus. It was left as it is; open it with that version.</source>
        <translation>{} wurde von einer späteren Version von Soleus geschrieben. Es wurde so gelassen, wie es ist; öffne es mit dieser Version.</translation>
    </message>
    <message>
        <source>{} could not be brought up to date: it is not as this program left it ({}). It was left as it is; go on with a backup.</source>
        <translation>{} konnte nicht auf den neuen Stand gebracht werden: Es ist nicht so, wie dieses Programm es hinterließ ({}). Es wurde so gelassen, wie es ist; mach mit einer Sicherung weiter.</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Das Protokoll</translation>
    </message>
    <message>
        <source>the file is damaged. Keep it, and go on with a backup</source>
        <translation>die Datei ist beschädigt. Heb sie auf und mach mit einer Sicherung weiter</translation>
    </message>
    <message>
        <source>the disk is full. Make room and try again</source>
        <translation>der Datenträger ist voll. Schaff Platz und versuch es noch einmal</translation>
    </message>
    <message>
        <source>another program is writing to it. Try again in a moment</source>
        <translation>ein anderes Programm schreibt gerade hinein. Versuch es gleich noch einmal</translation>
    </message>
    <message>
        <source>it may not be written to. Check its permissions</source>
        <translation>es darf nicht beschrieben werden. Prüf die Berechtigungen</translation>
    </message>
    <message>
        <source>its folder may not be written to. Check its permissions</source>
        <translation>in den Ordner darf nicht geschrieben werden. Prüf die Berechtigungen</translation>
    </message>
    <message>
        <source>the file was moved or deleted while it was open. Put it back and try again; what you see can still be kept by File ▸ Back up…</source>
        <translation>die Datei wurde verschoben oder gelöscht, während sie offen war. Leg sie zurück und versuch es noch einmal; was du siehst, sichert noch Datei ▸ Sichern…</translation>
    </message>
    <message>
        <source>the disk reported an error. Check that it is still connected</source>
        <translation>der Datenträger meldete einen Fehler. Prüf, ob er noch angeschlossen ist</translation>
    </message>
    <message>
        <source>it cannot be opened. Check that the folder exists and is yours</source>
        <translation>es lässt sich nicht öffnen. Prüf, ob es den Ordner gibt und er dir gehört</translation>
    </message>
    <message>
        <source>it may not be opened. Check its permissions</source>
        <translation>es darf nicht geöffnet werden. Prüf die Berechtigungen</translation>
    </message>
    <message>
        <source>its disk cannot lock files, and two programs that write at once would spoil it. Move it to another disk</source>
        <translation>der Datenträger kann Dateien nicht sperren, und zwei Programme, die zugleich schreiben, würden es verderben. Verschieb es auf einen anderen</translation>
    </message>
    <message>
        <source>{} cannot be restored: {}.</source>
        <translation>{} kann nicht wiederhergestellt werden: {}.</translation>
    </message>
    <message>
        <source>its table {} has other rules than those of Soleus, so it can only be read; soleus recover makes a log with those of Soleus</source>
        <translation>die Tabelle {} hat andere Regeln als die von Soleus; deshalb lässt es sich nur lesen. soleus recover macht ein Protokoll mit denen von Soleus</translation>
    </message>
    <message>
        <source>it has the index {}, which Soleus did not make, so it can only be read; soleus recover makes a log without it</source>
        <translation>es hat den Index {}, den Soleus nicht gemacht hat; deshalb lässt es sich nur lesen. soleus recover macht ein Protokoll ohne ihn</translation>
    </message>
    <message>
        <source>in the place of its table {} is a view</source>
        <translation>anstelle der Tabelle {} steht eine Ansicht</translation>
    </message>
    <message>
        <source>its table {} is kept by another program&apos;s module</source>
        <translation>die Tabelle {} wird vom Modul eines anderen Programms geführt</translation>
    </message>
    <message>
        <source>column {} of its table {} is computed</source>
        <translation>Spalte {} der Tabelle {} ist berechnet</translation>
    </message>
    <message>
        <source>it has the trigger {}, which Soleus did not make and does not run, so it can only be read; soleus recover makes a log without it</source>
        <translation>es hat den Trigger {}, den Soleus nicht gemacht hat und nicht ausführt; deshalb lässt es sich nur lesen. soleus recover macht ein Protokoll ohne ihn</translation>
    </message>
    <message>
        <source>a press, mostly with straight knees</source>
        <translation>eine Presse, meist mit gestreckten Knien</translation>
    </message>
    <message>
        <source>seated or standing?</source>
        <translation>sitzend oder stehend?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln (set|sets)</source>
        <translation>
            <numerusform>%Ln Satz</numerusform>
            <numerusform>%Ln Sätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{}: %Ln (repetition|repetitions).</source>
        <translation>
            <numerusform>{}: %Ln Wiederholung.</numerusform>
            <numerusform>{}: %Ln Wiederholungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{}: %Ln (entry|entries)</source>
        <translation>
            <numerusform>{}: %Ln Eintrag</numerusform>
            <numerusform>{}: %Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{}: %Ln (row|rows)</source>
        <translation>
            <numerusform>{}: %Ln Zeile</numerusform>
            <numerusform>{}: %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new (session|sessions)</source>
        <translation>
            <numerusform>%Ln neue Einheit</numerusform>
            <numerusform>%Ln neue Einheiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more about %Ln (session|sessions)</source>
        <translation>
            <numerusform>mehr über %Ln Einheit</numerusform>
            <numerusform>mehr über %Ln Einheiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (bodyweight|bodyweights)</source>
        <translation>
            <numerusform>%Ln Körpergewicht</numerusform>
            <numerusform>%Ln Körpergewichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (run|runs)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln heel-raise (test|tests)</source>
        <translation>
            <numerusform>%Ln Fersenhebe-Test</numerusform>
            <numerusform>%Ln Fersenhebe-Tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (symptom|symptoms)</source>
        <translation>
            <numerusform>%Ln Mal Beschwerden</numerusform>
            <numerusform>%Ln Mal Beschwerden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (event|events)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (entry removed, as it was|entries removed, as they were) deleted there</source>
        <translation>
            <numerusform>%Ln Eintrag entfernt, weil er dort gelöscht wurde</numerusform>
            <numerusform>%Ln Einträge entfernt, weil sie dort gelöscht wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (entry differs here, and stays as it is|entries differ here, and stay as they are).</source>
        <translation>
            <numerusform>%Ln Eintrag ist hier anders und bleibt, wie er ist.</numerusform>
            <numerusform>%Ln Einträge sind hier anders und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (line is of another exercise|lines are of other exercises).</source>
        <translation>
            <numerusform>%Ln Zeile ist von einer anderen Übung.</numerusform>
            <numerusform>%Ln Zeilen sind von anderen Übungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (line|lines)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (repetition|repetitions)</source>
        <translation>
            <numerusform>%Ln Wiederholung</numerusform>
            <numerusform>%Ln Wiederholungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln other (exercise|exercises)</source>
        <translation>
            <numerusform>%Ln andere Übung zeigen</numerusform>
            <numerusform>%Ln andere Übungen zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hard (set|sets)</source>
        <translation>
            <numerusform>%Ln harter Satz</numerusform>
            <numerusform>%Ln harte Sätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %Ln (session|sessions)</source>
        <translation>
            <numerusform>{} von %Ln Einheit</numerusform>
            <numerusform>{} von %Ln Einheiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (session|sessions)</source>
        <translation>
            <numerusform>%Ln Einheit</numerusform>
            <numerusform>%Ln Einheiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln (day|days)</source>
        <translation>
            <numerusform>%Ln Tag löschen</numerusform>
            <numerusform>%Ln Tage löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (day|days) deleted.</source>
        <translation>
            <numerusform>%Ln Tag gelöscht.</numerusform>
            <numerusform>%Ln Tage gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln (session|sessions)</source>
        <translation>
            <numerusform>%Ln Einheit löschen</numerusform>
            <numerusform>%Ln Einheiten löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (session|sessions) deleted.</source>
        <translation>
            <numerusform>%Ln Einheit gelöscht.</numerusform>
            <numerusform>%Ln Einheiten gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln (set|sets).</source>
        <translation>
            <numerusform>%Ln Satz gelöscht.</numerusform>
            <numerusform>%Ln Sätze gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Estimates of the last (session|%Ln sessions)</source>
        <translation>
            <numerusform>Schätzungen der letzten Einheit</numerusform>
            <numerusform>Schätzungen der letzten %Ln Einheiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %Ln (set|sets) done.</source>
        <translation>
            <numerusform>{} von %Ln Satz gemacht.</numerusform>
            <numerusform>{} von %Ln Sätzen gemacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (rep|reps)</source>
        <translation>
            <numerusform>%Ln Wdh.</numerusform>
            <numerusform>%Ln Wdh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln heel (raise|raises)</source>
        <translation>
            <numerusform>%Ln × Wadenheben</numerusform>
            <numerusform>%Ln × Wadenheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (day|days) from one value to the next</source>
        <translation>
            <numerusform>%Ln Tag von einem Wert zum nächsten</numerusform>
            <numerusform>%Ln Tage von einem Wert zum nächsten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Log %Ln (set|sets)</source>
        <translation>
            <numerusform>%Ln Satz eintragen</numerusform>
            <numerusform>%Ln Sätze eintragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln (set|sets)</source>
        <translation>
            <numerusform>%Ln Satz löschen</numerusform>
            <numerusform>%Ln Sätze löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln (set|sets) saved.</source>
        <translation>
            <numerusform>%Ln Satz gespeichert.</numerusform>
            <numerusform>%Ln Sätze gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{}; %Ln (entry|entries) could be read, but not placed</source>
        <translation>
            <numerusform>{}; %Ln Eintrag ließ sich lesen, aber nicht zuordnen</numerusform>
            <numerusform>{}; %Ln Einträge ließen sich lesen, aber nicht zuordnen</numerusform>
        </translation>
    </message>
    <message>
        <source>A hold in seconds</source>
        <translation>Eine Haltezeit in Sekunden</translation>
    </message>
    <message>
        <source>A planned hold in seconds</source>
        <translation>Eine geplante Haltezeit in Sekunden</translation>
    </message>
    <message>
        <source>a hold, as in 5x45s@60</source>
        <translation>eine Haltezeit wie in 5x45s@60</translation>
    </message>
    <message>
        <source>Expected the seconds of one hold, as in 45.</source>
        <translation>Erwartet werden die Sekunden einer Haltezeit, wie 45.</translation>
    </message>
    <message>
        <source>{:g} s is no hold.</source>
        <translation>{:g} s ist keine Haltezeit.</translation>
    </message>
    <message>
        <source>Hold: &amp;begin or end</source>
        <translation>Halten: beg&amp;innen oder beenden</translation>
    </message>
    <message>
        <source>{} at most {}</source>
        <translation>{} höchstens {}</translation>
    </message>
    <message>
        <source>{} at least {}</source>
        <translation>{} mindestens {}</translation>
    </message>
    <message>
        <source>Overall rating (SANE)</source>
        <translation>Gesamtbewertung (SANE)</translation>
    </message>
    <message>
        <source>Function (PSFS)</source>
        <translation>Funktion (PSFS)</translation>
    </message>
    <message>
        <source>Pain on a load test</source>
        <translation>Schmerz im Belastungstest</translation>
    </message>
    <message>
        <source>Peak force, seated</source>
        <translation>Maximalkraft, sitzend</translation>
    </message>
    <message>
        <source>Peak force, standing</source>
        <translation>Maximalkraft, stehend</translation>
    </message>
    <message>
        <source>Heel-rise height</source>
        <translation>Fersenhöhe</translation>
    </message>
    <message>
        <source>Heel-rise work</source>
        <translation>Arbeit beim Wadenheben</translation>
    </message>
    <message>
        <source>Knee to wall</source>
        <translation>Knie zur Wand</translation>
    </message>
    <message>
        <source>Hop for distance</source>
        <translation>Einbeinsprung, Weite</translation>
    </message>
    <message>
        <source>Side hops in 30 s</source>
        <translation>Seitsprünge in 30 s</translation>
    </message>
    <message>
        <source>Calf girth</source>
        <translation>Wadenumfang</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
    <message>
        <source>repeats differ by up to {} ({})</source>
        <translation>Wiederholungen unterscheiden sich um bis zu {} ({})</translation>
    </message>
    <message>
        <source>a change that matters is about {}</source>
        <translation>bedeutsam ist eine Änderung ab etwa {}</translation>
    </message>
    <message>
        <source>Peak force seated : standing, {}; in a laboratory {}.</source>
        <translation>Maximalkraft sitzend : stehend, {}; im Labor {}.</translation>
    </message>
    <message>
        <source>{}, torque of 135 sedentary adults (Fugl-Meyer 1980), no target</source>
        <translation>{}, Drehmoment von 135 körperlich wenig aktiven Erwachsenen (Fugl-Meyer 1980), kein Ziel</translation>
    </message>
    <message>
        <source>{} (of {})</source>
        <translation>{} (von {})</translation>
    </message>
    <message>
        <source>+{}</source>
        <translation>+{}</translation>
    </message>
    <message>
        <source>{}: within ± {}</source>
        <translation>{}: innerhalb ± {}</translation>
    </message>
    <message>
        <source>now {} × bodyweight</source>
        <translation>zuletzt {} × Körpergewicht</translation>
    </message>
    <message>
        <source>Symptoms &amp;felt…</source>
        <translation>&amp;Beschwerden…</translation>
    </message>
    <message>
        <source>Ta&amp;ke measurements…</source>
        <translation>Mess&amp;ungen…</translation>
    </message>
    <message>
        <source>A goal</source>
        <translation>Ein Ziel</translation>
    </message>
    <message>
        <source>A measurement</source>
        <translation>Eine Messung</translation>
    </message>
    <message>
        <source>A unit</source>
        <translation>Eine Einheit</translation>
    </message>
    <message>
        <source>The day of a measurement</source>
        <translation>Der Tag einer Messung</translation>
    </message>
    <message>
        <source>The name of a measurement</source>
        <translation>Der Name einer Messung</translation>
    </message>
    <message>
        <source>A goal is of an exercise, or of a measurement.</source>
        <translation>Ein Ziel gilt einer Übung oder einer Messung.</translation>
    </message>
    <message>
        <source>{} is of no leg.</source>
        <translation>{} gehört zu keinem Bein.</translation>
    </message>
    <message>
        <source>A measurement needs the name of what was measured.</source>
        <translation>Eine Messung braucht den Namen dessen, was gemessen wurde.</translation>
    </message>
    <message>
        <source>The name of a measurement may have {} characters.</source>
        <translation>Der Name einer Messung darf {} Zeichen haben.</translation>
    </message>
    <message>
        <source>A unit may have {} characters, not {}.</source>
        <translation>Eine Einheit darf {} Zeichen haben, nicht {}.</translation>
    </message>
    <message>
        <source>{} has a unit of its own, and takes no other.</source>
        <translation>{} hat eine eigene Einheit und nimmt keine andere an.</translation>
    </message>
    <message>
        <source>{} is measured of one leg: left or right.</source>
        <translation>{} wird an einem Bein gemessen: links oder rechts.</translation>
    </message>
    <message>
        <source>A measurement is of the left leg, of the right, or of none.</source>
        <translation>Eine Messung gilt dem linken Bein, dem rechten oder keinem.</translation>
    </message>
    <message>
        <source>A measurement may have {} trials.</source>
        <translation>Eine Messung darf {} Versuche haben.</translation>
    </message>
    <message>
        <source>A measurement is the best of its trials.</source>
        <translation>Eine Messung ist der beste ihrer Versuche.</translation>
    </message>
    <message>
        <source>&amp;In reserve</source>
        <translation>N&amp;och in Reserve</translation>
    </message>
    <message>
        <source>Rest timer: start or pa&amp;use</source>
        <translation>&amp;Pausenuhr: starten oder anhalten</translation>
    </message>
    <message>
        <source>E&amp;vents…</source>
        <translation>Erei&amp;gnisse…</translation>
    </message>
    <message>
        <source>Since injury</source>
        <translation>Seit Verletzung</translation>
    </message>
    <message>
        <source>Since visit</source>
        <translation>Seit Physio</translation>
    </message>
    <message>
        <source>{} before them in events.csv</source>
        <translation>{} davor in events.csv</translation>
    </message>
    <message>
        <source>Injury</source>
        <translation>Verletzung</translation>
    </message>
    <message>
        <source>Illness</source>
        <translation>Krankheit</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Wettkampf</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Physio visit</source>
        <translation>Physiotherapie</translation>
    </message>
    <message>
        <source>New equipment or shoes</source>
        <translation>Neues Gerät oder neue Schuhe</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>left leg</source>
        <translation>linkes Bein</translation>
    </message>
    <message>
        <source>right leg</source>
        <translation>rechtes Bein</translation>
    </message>
    <message>
        <source>both legs</source>
        <translation>beide Beine</translation>
    </message>
    <message>
        <source>left {}</source>
        <translation>linke {}</translation>
    </message>
    <message>
        <source>right {}</source>
        <translation>rechte {}</translation>
    </message>
    <message>
        <source>{}, both legs</source>
        <translation>{}, beide Beine</translation>
    </message>
    <message>
        <source>since {}</source>
        <translation>seit {}</translation>
    </message>
    <message>
        <source>Injured leg</source>
        <translation>Verletztes Bein</translation>
    </message>
    <message>
        <source>This leg is the injured one</source>
        <translation>Dieses Bein ist das verletzte</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>The day of an event</source>
        <translation>Tag des Ereignisses</translation>
    </message>
    <message>
        <source>The last day of an event</source>
        <translation>Letzter Tag des Ereignisses</translation>
    </message>
    <message>
        <source>The kind is</source>
        <translation>Die Art</translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>{} is too large for a plan.</source>
        <translation>{} ist zu groß für einen Plan.</translation>
    </message>
    <message>
        <source>{} is JSON, but not a plan of Soleus.</source>
        <translation>{} ist JSON, aber kein Plan von Soleus.</translation>
    </message>
    <message>
        <source>{} has two phases on the same days, and phases never add up.</source>
        <translation>{} hat zwei Phasen an denselben Tagen, und Phasen addieren sich nie.</translation>
    </message>
    <message>
        <source>{} must be a list of objects.</source>
        <translation>{} muss eine Liste von Objekten sein.</translation>
    </message>
    <message>
        <source>An event from {} on cannot end on {}.</source>
        <translation>Ein Ereignis ab {} kann nicht am {} enden.</translation>
    </message>
    <message>
        <source>Only an injury has a leg and a site.</source>
        <translation>Nur eine Verletzung hat ein Bein und eine Stelle.</translation>
    </message>
    <message>
        <source>{} is the log itself: choose another place for its copy.</source>
        <translation>{} ist das Protokoll selbst: Wähle einen anderen Ort für die Kopie.</translation>
    </message>
    <message>
        <source>it needs more memory than there is</source>
        <translation>es braucht mehr Speicher, als da ist</translation>
    </message>
    <message>
        <source>{} is a database of another program.</source>
        <translation>{} ist eine Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>as another copy</source>
        <translation>als andere Kopie</translation>
    </message>
    <message>
        <source>Another program wrote into the file of this log. The log goes on in a new file; what the other wrote is with the backups.</source>
        <translation>Ein anderes Programm hat in die Datei dieses Protokolls geschrieben. Das Protokoll geht in einer neuen Datei weiter; was das andere geschrieben hat, liegt bei den Sicherungen.</translation>
    </message>
    <message>
        <source>Holds: {} min under tension</source>
        <translation>Halten: {} min unter Spannung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln (set|sets) more, in sets.csv</source>
        <translation>
            <numerusform>%Ln weiterer Satz in sets.csv</numerusform>
            <numerusform>%Ln weitere Sätze in sets.csv</numerusform>
        </translation>
    </message>
    <message>
        <source>{load} × {done} · RIR {reserve}</source>
        <translation>{load} × {done} · RIR {reserve}</translation>
    </message>
    <message>
        <source>{load} × {done} · RIR {reserve} (test)</source>
        <translation>{load} × {done} · RIR {reserve} (Test)</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>{} ({} sets)</source>
        <translation>{} ({} Sätze)</translation>
    </message>
    <message>
        <source>{} … {} ({} sets)</source>
        <translation>{} … {} ({} Sätze)</translation>
    </message>
    <message>
        <source>{} … {}</source>
        <translation>{} … {}</translation>
    </message>
    <message>
        <source>right {} s longer</source>
        <translation>rechts {} s länger</translation>
    </message>
    <message>
        <source>left {} s longer</source>
        <translation>links {} s länger</translation>
    </message>
    <message>
        <source>Rest timer full &amp;window</source>
        <translation>Pausentimer &amp;über das ganze Fenster</translation>
    </message>
    <message>
        <source>{}: pain, reps, kg, lb, rir and hold can, as in pain&gt;3, and what you measure, as in knee&gt;8.</source>
        <translation>{}: verglichen werden pain, reps, kg, lb, rir und hold, etwa pain&gt;3, und was du misst, etwa knie&gt;8.</translation>
    </message>
    <message>
        <source>{} is measured in {}, not in {}.</source>
        <translation>{} wird in {} gemessen, nicht in {}.</translation>
    </message>
    <message>
        <source>The value is</source>
        <translation>Der Wert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln (measurement|measurements)</source>
        <translation>
            <numerusform>%Ln Messung</numerusform>
            <numerusform>%Ln Messungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No estimate: a hold says nothing about a maximum.</source>
        <translation>Keine Schätzung: Ein Halten sagt nichts über das Maximum.</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>Print today’s &amp;sheet…</source>
        <translation>Bogen für heute &amp;drucken…</translation>
    </message>
    <message>
        <source>&amp;Open a plan file…</source>
        <translation>Plandatei &amp;öffnen…</translation>
    </message>
    <message>
        <source>Save the plan as a &amp;file…</source>
        <translation>Plan als Datei &amp;speichern…</translation>
    </message>
    <message>
        <source>Save the coming weeks for a &amp;calendar…</source>
        <translation>Kommende Wochen für einen &amp;Kalender speichern…</translation>
    </message>
    <message>
        <source>Session sheet, {}</source>
        <translation>Bogen für die Einheit, {}</translation>
    </message>
    <message>
        <source>Grey: planned, or last time’s. Type it in row by row: repetitions × load, and r with the reserve.</source>
        <translation>Grau: geplant oder vom letzten Mal. Zeile für Zeile eintippen: Wiederholungen × Last, und r mit der Reserve.</translation>
    </message>
    <message>
        <source>Soleus · page {page} of {pages}</source>
        <translation>Soleus · Seite {page} von {pages}</translation>
    </message>
    <message>
        <source>in reserve</source>
        <translation>in Reserve</translation>
    </message>
    <message>
        <source>How it felt</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Calf raises: {}</source>
        <translation>Wadenheben: {}</translation>
    </message>
    <message>
        <source>{} instead of {}</source>
        <translation>{} statt {}</translation>
    </message>
    <message>
        <source>Phase {} is new: {}</source>
        <translation>Phase {} ist neu: {}</translation>
    </message>
    <message>
        <source>Phase {} is left out: {}</source>
        <translation>Phase {} fehlt: {}</translation>
    </message>
    <message>
        <source>Phase {}: {} instead of {}</source>
        <translation>Phase {}: {} statt {}</translation>
    </message>
    <message>
        <source>Phase {}: {}</source>
        <translation>Phase {}: {}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more (line|lines)</source>
        <translation>
            <numerusform>und %Ln weitere Zeile</numerusform>
            <numerusform>und %Ln weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The line tells {} sets and {} loads.</source>
        <translation>Die Zeile nennt {} Sätze und {} Lasten.</translation>
    </message>
    <message>
        <source>“{}” is no duration.</source>
        <translation>„{}“ ist keine Dauer.</translation>
    </message>
    <message>
        <source>kind of goal</source>
        <translation>Art des Ziels</translation>
    </message>
    <message>
        <source>The target is</source>
        <translation>Das Ziel</translation>
    </message>
    <message>
        <source>The distance is</source>
        <translation>Die Strecke</translation>
    </message>
    <message>
        <source>not to failure</source>
        <translation>nicht bis zum Versagen</translation>
    </message>
    <message>
        <source>{load} held, {leg}</source>
        <translation>{load} gehalten, {leg}</translation>
    </message>
    <message>
        <source>Seated L · R
estimate, {}</source>
        <translation>Sitzend L · R
Schätzung, {}</translation>
    </message>
    <message>
        <source>Standing L · R
estimate, {}</source>
        <translation>Stehend L · R
Schätzung, {}</translation>
    </message>
    <message>
        <source>Knee bent L · R
estimate, {}</source>
        <translation>Knie gebeugt L · R
Schätzung, {}</translation>
    </message>
    <message>
        <source>Bodyweight unknown: weigh in on the Log page.</source>
        <translation>Körpergewicht unbekannt: Trag es auf der Seite Protokoll ein.</translation>
    </message>
    <message>
        <source>of both legs</source>
        <translation>beidbeinig</translation>
    </message>
    <message>
        <source>Sets: {}</source>
        <translation>Sätze: {}</translation>
    </message>
    <message>
        <source>Higher than ever before on this equipment: {}</source>
        <translation>Höher als je zuvor an diesem Gerät: {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln (goal|goals)</source>
        <translation>
            <numerusform>%Ln Ziel</numerusform>
            <numerusform>%Ln Ziele</numerusform>
        </translation>
    </message>
    <message>
        <source>which exercise?</source>
        <translation>welche Übung?</translation>
    </message>
    <message>
        <source>no calf raise</source>
        <translation>kein Wadenheben</translation>
    </message>
    <message>
        <source>which leg?</source>
        <translation>welches Bein?</translation>
    </message>
    <message>
        <source>New running shoes</source>
        <translation>Neue Laufschuhe</translation>
    </message>
    <message>
        <source>By the sea</source>
        <translation>Am Meer</translation>
    </message>
    <message>
        <source>A cold</source>
        <translation>Erkältung</translation>
    </message>
    <message>
        <source>Heavy slow resistance</source>
        <translation>Heavy Slow Resistance</translation>
    </message>
    <message>
        <source>Agreed with the physio.</source>
        <translation>Mit der Physio abgesprochen.</translation>
    </message>
    <message>
        <source>Three sets a leg, on Monday, Wednesday and Saturday.</source>
        <translation>Drei Sätze je Bein, montags, mittwochs und samstags.</translation>
    </message>
    <message>
        <source>Strength beside running</source>
        <translation>Kraft neben dem Laufen</translation>
    </message>
    <message>
        <source>Tired after yesterday&apos;s long run.</source>
        <translation>Müde vom langen Lauf gestern.</translation>
    </message>
    <message>
        <source>Felt light today.</source>
        <translation>Ging heute leicht.</translation>
    </message>
    <message>
        <source>Right calf cramped a little.</source>
        <translation>Die rechte Wade krampfte etwas.</translation>
    </message>
    <message>
        <source>Slower lowering.</source>
        <translation>Langsamer abgesenkt.</translation>
    </message>
    <message>
        <source>Slept badly.</source>
        <translation>Schlecht geschlafen.</translation>
    </message>
    <message>
        <source>Good control at the top.</source>
        <translation>Oben gut kontrolliert.</translation>
    </message>
    <message>
        <source>Left Achilles stiff at first, then fine.</source>
        <translation>Linke Achillessehne erst steif, dann gut.</translation>
    </message>
    <message>
        <source>Careful with the left.</source>
        <translation>Vorsichtig mit links.</translation>
    </message>
    <message>
        <source>A pull in the left on the last two.</source>
        <translation>Bei den letzten zwei zog es links.</translation>
    </message>
    <message>
        <source>The same load on both legs.</source>
        <translation>Gleiche Last für beide Beine.</translation>
    </message>
    <message>
        <source>From today with what was left, and each leg its own load.</source>
        <translation>Ab heute mit Reserve, und jedes Bein mit seiner Last.</translation>
    </message>
    <message>
        <source>Strength test.</source>
        <translation>Krafttest.</translation>
    </message>
    <message>
        <source>Seated calf machine</source>
        <translation>Wadenmaschine, sitzend</translation>
    </message>
    <message>
        <source>Smith machine and step</source>
        <translation>Multipresse und Stufe</translation>
    </message>
    <message>
        <source>{} is cut off: its end is missing. Copy or download it anew.</source>
        <translation>{} ist abgeschnitten: Das Ende fehlt. Kopiere oder lade die Datei neu.</translation>
    </message>
    <message>
        <source>“{}” is not a date: “{}” could be two months.</source>
        <translation>„{}“ ist kein Datum: „{}“ kann zwei Monate bedeuten.</translation>
    </message>
    <message>
        <source>“{}” could be two months.</source>
        <translation>„{}“ kann zwei Monate bedeuten.</translation>
    </message>
    <message>
        <source>The day is missing.</source>
        <translation>Der Tag fehlt.</translation>
    </message>
    <message>
        <source>{} has dates like {}: say whether the day, month or year is first.</source>
        <translation>{} hat Daten wie {}: Gib an, ob Tag, Monat oder Jahr zuerst steht.</translation>
    </message>
    <message>
        <source>a total of other lines?</source>
        <translation>eine Summe anderer Zeilen?</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>pro Woche</translation>
    </message>
    <message>
        <source>last 4 weeks, a week</source>
        <translation>letzte 4 Wochen, pro Woche</translation>
    </message>
    <message>
        <source>Change: within or beyond what repeats differ by</source>
        <translation>Veränderung: innerhalb oder außerhalb der Streuung von Wiederholungen</translation>
    </message>
    <message>
        <source>What is known so far</source>
        <translation>Was bisher bekannt ist</translation>
    </message>
    <message>
        <source>Of holds the longest of a day counts, at the load held last; legs and days are compared where both were to failure.</source>
        <translation>Beim Halten zählt das längste eines Tages, mit der zuletzt gehaltenen Last; Beine und Tage werden verglichen, wo beide bis zum Versagen gingen.</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln (day|days)</source>
        <translation>
            <numerusform>von %Ln Tag</numerusform>
            <numerusform>von %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>pain {middle} or more on {days_middle}, {high} or more on {days_high} {of_days}</source>
        <translation>Schmerz ab {middle} an {days_middle}, ab {high} an {days_high} {of_days}</translation>
    </message>
    <message>
        <source>worst {value} ({moment}, {day})</source>
        <translation>am stärksten {value} ({moment}, {day})</translation>
    </message>
    <message>
        <source>The dose, now and then</source>
        <translation>Dosis, jetzt und damals</translation>
    </message>
    <message>
        <source>The dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>both equally long</source>
        <translation>beide gleich lang</translation>
    </message>
    <message>
        <source>a hold of 45 seconds with 60</source>
        <translation>45 Sekunden Halten mit 60</translation>
    </message>
    <message>
        <source>No clear change</source>
        <translation>Keine klare Änderung</translation>
    </message>
    <message>
        <source>Write a hold as 45s or 45s 60.</source>
        <translation>Halten schreibst du als 45s oder 45s 60.</translation>
    </message>
    <message>
        <source>PDF doctor</source>
        <translation>PDF Arzt Ärztin</translation>
    </message>
    <message>
        <source>Enter &amp;bodyweight</source>
        <translation>Körper&amp;gewicht eingeben</translation>
    </message>
    <message>
        <source>weight weigh</source>
        <translation>Gewicht wiegen</translation>
    </message>
    <message>
        <source>settings unit language formula injured</source>
        <translation>Optionen Einheiten Sprache Formel verletzt</translation>
    </message>
    <message>
        <source>pain stiffness</source>
        <translation>Schmerz Schmerzen Steifheit</translation>
    </message>
    <message>
        <source>pain stiffness symptoms</source>
        <translation>Schmerz Schmerzen Steifheit Beschwerden</translation>
    </message>
    <message>
        <source>race injury illness travel visit shoes</source>
        <translation>Wettkampf Rennen Verletzung Krankheit Reise Termin Schuhe</translation>
    </message>
    <message>
        <source>Choose a &amp;plan…</source>
        <translation>Plan &amp;wählen…</translation>
    </message>
    <message>
        <source>charts best records strength balance</source>
        <translation>Diagramme Bestwerte Rekorde Kraft Balance</translation>
    </message>
    <message>
        <source>search sessions</source>
        <translation>suchen Einheiten</translation>
    </message>
    <message>
        <source>too easy to show a maximum: 4 or more in reserve, or over {} repetitions</source>
        <translation>zu leicht für eine Aussage: 4 oder mehr in Reserve oder über {} Wiederholungen</translation>
    </message>
    <message>
        <source>≥: at least, the sets were too easy to show a maximum. In brackets: reserve not noted.</source>
        <translation>≥: mindestens, die Sätze waren zu leicht für eine Aussage. In Klammern: Reserve nicht eingetragen.</translation>
    </message>
    <message>
        <source>No estimate: standing also lifts your body. Enter your bodyweight above.</source>
        <translation>Keine Schätzung: Im Stehen wird auch der Körper gehoben. Trag oben dein Körpergewicht ein.</translation>
    </message>
    <message>
        <source>Delete session of {}</source>
        <translation>Einheit vom {} löschen</translation>
    </message>
    <message>
        <source>Session of {} deleted.</source>
        <translation>Einheit vom {} gelöscht.</translation>
    </message>
    <message>
        <source>Move session to {}</source>
        <translation>Einheit auf {} verschieben</translation>
    </message>
    <message>
        <source>Session moved to {}.</source>
        <translation>Einheit auf {} verschoben.</translation>
    </message>
</context>
<context>
    <name>AdherenceCard</name>
    <message>
        <source>Planned and done</source>
        <translation>Geplant und gemacht</translation>
    </message>
    <message>
        <source>sets a week: frame planned, filled done · above: sessions</source>
        <translation>Sätze pro Woche: Rahmen geplant, gefüllt gemacht · darüber: Einheiten</translation>
    </message>
    <message>
        <source>{} · to come: as long as the phase of today lasts</source>
        <translation>{} · noch offen: solange die heutige Phase dauert</translation>
    </message>
    <message>
        <source>Each week gets a column once something was planned in it. A session counts that was done on its day, the day before or the day after.</source>
        <translation>Jede Woche bekommt eine Säule, sobald in ihr etwas geplant war. Eine Einheit zählt, wenn sie an ihrem Tag, am Tag davor oder danach gemacht wurde.</translation>
    </message>
</context>
<context>
    <name>AdherenceStrip</name>
    <message>
        <source>Planned and done by week</source>
        <translation>Geplant und gemacht, nach Wochen</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>From 0 to {}; arrow down for not noted.</source>
        <translation>Von 0 bis {}; Pfeil nach unten für: nicht eingetragen.</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <source>Done so far: {}. Saved alone it is a test of that leg.</source>
        <translation>Bisher gemacht: {}. Allein gespeichert ist es ein Test dieses Beins.</translation>
    </message>
    <message>
        <source>Done and not saved yet: {}.</source>
        <translation>Gemacht und noch nicht gespeichert: {}.</translation>
    </message>
    <message>
        <source>Nothing of this test is saved yet.</source>
        <translation>Von diesem Test ist noch nichts gespeichert.</translation>
    </message>
</context>
<context>
    <name>BackupsModel</name>
    <message>
        <source>The log as of</source>
        <translation>Protokoll, Stand</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>Left – right</source>
        <translation>Links – rechts</translation>
    </message>
    <message>
        <source>R {}</source>
        <translation>R {}</translation>
    </message>
    <message>
        <source>L {}</source>
        <translation>L {}</translation>
    </message>
    <message>
        <source>up: right stronger, % of the stronger leg</source>
        <translation>oben: rechts stärker, % des stärkeren Beins</translation>
    </message>
    <message>
        <source>band: usual ±{} %</source>
        <translation>Band: üblich ±{} %</translation>
    </message>
    <message>
        <source>veil: ± of the line</source>
        <translation>Schleier: ± der Linie</translation>
    </message>
    <message>
        <source>Log sets of the left and the right leg within {} days of each other, with what was left in reserve.</source>
        <translation>Trag Sätze des linken und des rechten Beins ein, höchstens {} Tage auseinander, mit dem, was in Reserve blieb.</translation>
    </message>
    <message>
        <source>{}: pair, %</source>
        <translation>{}: Paar, %</translation>
    </message>
    <message>
        <source>{}: figure, %</source>
        <translation>{}: Wert, %</translation>
    </message>
</context>
<context>
    <name>BalanceTile</name>
    <message>
        <source>Strength test…</source>
        <translation>Krafttest…</translation>
    </message>
    <message>
        <source>Not known: standing also lifts your body. Enter your bodyweight on the Log page.</source>
        <translation>Nicht bekannt: Im Stehen wird auch der Körper gehoben. Trag dein Körpergewicht auf der Seite Protokoll ein.</translation>
    </message>
</context>
<context>
    <name>BeatLight</name>
    <message>
        <source>Beat</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Metronome</source>
        <translation>Metronom</translation>
    </message>
</context>
<context>
    <name>BecomesModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Bein</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Bodyweight</source>
        <translation>Körpergewicht</translation>
    </message>
    <message>
        <source>Heel-raise test</source>
        <translation>Wadenhebetest</translation>
    </message>
    <message>
        <source>pain {}</source>
        <translation>Schmerz {}</translation>
    </message>
    <message>
        <source>stiff {} min</source>
        <translation>Steifigkeit {} min</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
</context>
<context>
    <name>BeginPhaseDialog</name>
    <message>
        <source>Begin a phase</source>
        <translation>Eine Phase beginnen</translation>
    </message>
    <message>
        <source>From that day on this phase alone is due; what was due before counts as it was. To go back, begin the earlier phase again, or undo.</source>
        <translation>Ab diesem Tag steht nur noch diese Phase an; was vorher anstand, zählt, wie es war. Zurück geht es, indem du die frühere Phase wieder beginnst oder den Schritt rückgängig machst.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>Beginnt am</translation>
    </message>
</context>
<context>
    <name>BestToday</name>
    <message>
        <source>Best estimated one-repetition maximum of this session.</source>
        <translation>Bestes geschätztes Maximum für eine Wiederholung in dieser Einheit.</translation>
    </message>
    <message>
        <source>Estimate today, {}</source>
        <translation>Schätzung heute, {}</translation>
    </message>
</context>
<context>
    <name>BestsCard</name>
    <message>
        <source>Bests</source>
        <translation>Bestwerte</translation>
    </message>
    <message>
        <source>Heaviest load, standing with the body, for at least so many repetitions; highest estimate with the reserve noted. Each piece of equipment by itself; ★ marks a new best in the Log.</source>
        <translation>Schwerste Last, stehend mit dem Körper, bei mindestens so vielen Wiederholungen; höchste Schätzung mit notierter Reserve. Jedes Gerät für sich; ★ markiert einen neuen Bestwert im Protokoll.</translation>
    </message>
</context>
<context>
    <name>BestsModel</name>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Bein</translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message>
        <source>Show the calendar</source>
        <translation>Kalender ausklappen</translation>
    </message>
    <message>
        <source>Fold the calendar away</source>
        <translation>Kalender einklappen</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>Voriges Jahr</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>Nächstes Jahr</translation>
    </message>
</context>
<context>
    <name>CalendarLegend</name>
    <message>
        <source>{}–{}</source>
        <translation>{}–{}</translation>
    </message>
    <message>
        <source>hard sets:</source>
        <translation>harte Sätze:</translation>
    </message>
    <message>
        <source>pain {}</source>
        <translation>Schmerz {}</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>dauert</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern…</translation>
    </message>
    <message>
        <source>Show {}</source>
        <translation>„{}“ ausklappen</translation>
    </message>
    <message>
        <source>Fold {} away</source>
        <translation>„{}“ einklappen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save {}</source>
        <translation>„{}“ speichern</translation>
    </message>
    <message>
        <source>{} pictures (*.{})</source>
        <translation>{}-Bilder (*.{})</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Gespeichert als {}.</translation>
    </message>
    <message>
        <source>Table and pictures of {}</source>
        <translation>Tabelle und Bilder von {}</translation>
    </message>
    <message>
        <source>Show as a table, copy or save</source>
        <translation>Als Tabelle zeigen, kopieren oder speichern</translation>
    </message>
    <message>
        <source>Show as table	T</source>
        <translation>Als Tabelle zeigen	T</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Show as chart	T</source>
        <translation>Als Diagramm zeigen	T</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>{} as a table</source>
        <translation>{} als Tabelle</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Sort by this column</source>
        <translation>Nach dieser Spalte &amp;sortieren</translation>
    </message>
    <message>
        <source>Show the c&amp;hart	T</source>
        <translation>&amp;Diagramm zeigen	T</translation>
    </message>
</context>
<context>
    <name>Click</name>
    <message>
        <source>The metronome has no sound here; its beat is seen. Help ▸ Manual says what the sound needs, under “Rest timer and metronome”.</source>
        <translation>Das Metronom hat hier keinen Ton; sein Takt ist zu sehen. Was der Ton braucht, sagt Hilfe ▸ Handbuch (englisch) unter „Rest timer and metronome“.</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Bein</translation>
    </message>
    <message>
        <source>Number of sets</source>
        <translation>Anzahl der Sätze</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Load, kg</source>
        <translation>Last, kg</translation>
    </message>
    <message>
        <source>Load, lb</source>
        <translation>Last, lb</translation>
    </message>
    <message>
        <source>Unit of the load</source>
        <translation>Einheit der Last</translation>
    </message>
    <message>
        <source>Done: yes or no</source>
        <translation>Gemacht: ja oder nein</translation>
    </message>
    <message>
        <source>Skipped: yes or no</source>
        <translation>Ausgelassen: ja oder nein</translation>
    </message>
    <message>
        <source>Reps in reserve</source>
        <translation>Wdh. in Reserve</translation>
    </message>
    <message>
        <source>RPE</source>
        <translation>RPE</translation>
    </message>
    <message>
        <source>Bodyweight</source>
        <translation>Körpergewicht</translation>
    </message>
    <message>
        <source>Bodyweight, kg</source>
        <translation>Körpergewicht, kg</translation>
    </message>
    <message>
        <source>Bodyweight, lb</source>
        <translation>Körpergewicht, lb</translation>
    </message>
    <message>
        <source>Kind of sport</source>
        <translation>Sportart</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>Distance, km</source>
        <translation>Strecke, km</translation>
    </message>
    <message>
        <source>Distance, m</source>
        <translation>Strecke, m</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Say which columns are the date, the exercise and the repetitions; of runs the date and the distance, of weighings the date and the bodyweight.</source>
        <translation>Welche Spalten sind Datum, Übung und Wiederholungen? Bei Läufen Datum und Strecke, bei Wägungen Datum und Körpergewicht.</translation>
    </message>
    <message>
        <source>Type of set</source>
        <translation>Art des Satzes</translation>
    </message>
    <message>
        <source>Rest in seconds</source>
        <translation>Pause in Sekunden</translation>
    </message>
    <message>
        <source>Pain, 0 to 10</source>
        <translation>Schmerz, 0 bis 10</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Read with these columns</source>
        <translation>Mit diesen Spalten lesen</translation>
    </message>
    <message>
        <source>Meaning of column {}</source>
        <translation>Bedeutung der Spalte {}</translation>
    </message>
    <message>
        <source>Hold in seconds</source>
        <translation>Halten in Sekunden</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Note on the session</source>
        <translation>Notiz zur Einheit</translation>
    </message>
    <message>
        <source>Unit of the distance</source>
        <translation>Einheit der Strecke</translation>
    </message>
</context>
<context>
    <name>CountPage</name>
    <message>
        <source>Space counts · Backspace takes one back · Enter goes on</source>
        <translation>Leertaste zählt · Rücktaste nimmt eine zurück · Enter geht weiter</translation>
    </message>
    <message>
        <source>The beat counts · Space adds one · Backspace takes one back · Enter ends</source>
        <translation>Der Takt zählt · Leertaste zählt eine dazu · Rücktaste nimmt eine zurück · Enter beendet</translation>
    </message>
    <message>
        <source>{} raises on both legs, to warm up.</source>
        <translation>{}-mal auf beiden Beinen heben, zum Aufwärmen.</translation>
    </message>
    <message>
        <source>One repetition every two beats, to full height, as many as you can.</source>
        <translation>Eine Wiederholung alle zwei Schläge, bis ganz nach oben, so viele du kannst.</translation>
    </message>
    <message>
        <source>Raises of the warm-up</source>
        <translation>Wiederholungen beim Aufwärmen</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Begins in {} s</source>
        <translation>Beginnt in {} s</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Soleus made a mistake</source>
        <translation>Soleus hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>The fault is the program’s, not yours. What you did last may not have been carried out. Your log is safe: what the table shows is on disk.</source>
        <translation>Der Fehler liegt beim Programm, nicht bei dir. Was du zuletzt getan hast, wurde vielleicht nicht ausgeführt. Dein Protokoll ist sicher: Was die Tabelle zeigt, ist gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Close safely</source>
        <translation>&amp;Sicher schließen</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>It has happened {} times.</source>
        <translation>Er ist {}-mal aufgetreten.</translation>
    </message>
    <message>
        <source>No report could be written.</source>
        <translation>Es konnte kein Bericht geschrieben werden.</translation>
    </message>
    <message>
        <source>A report lies beside the program log as “{}”. It says where in the program it happened, and nothing about you or your training.</source>
        <translation>Im Ordner der Programmmeldungen liegt ein Bericht: „{}“. Er sagt, wo im Programm es geschah, und nichts über dich oder dein Training.</translation>
    </message>
</context>
<context>
    <name>CurrentSession</name>
    <message>
        <source>This column is one leg&apos;s: write the set in its own column.</source>
        <translation>Diese Spalte gehört einem Bein: Trag den Satz in seiner eigenen Spalte ein.</translation>
    </message>
    <message>
        <source>This table is another exercise&apos;s.</source>
        <translation>Diese Tabelle gehört einer anderen Übung.</translation>
    </message>
    <message>
        <source>The rows below are taken: write one set at a time.</source>
        <translation>Die Zeilen darunter sind belegt: Trag die Sätze einzeln ein.</translation>
    </message>
    <message>
        <source>Log set</source>
        <translation>Satz eintragen</translation>
    </message>
    <message>
        <source>Edit set</source>
        <translation>Satz ändern</translation>
    </message>
    <message>
        <source>Paste sets</source>
        <translation>Sätze einfügen</translation>
    </message>
    <message>
        <source>Far more than ever before here. Press Enter again if it is right.</source>
        <translation>Weit mehr als je zuvor. Drück noch einmal Enter, wenn es stimmt.</translation>
    </message>
    <message>
        <source>{} sets of {} repetitions with {} {}? Press Enter again if so.</source>
        <translation>{} Sätze zu {} Wiederholungen mit {} {}? Drück noch einmal Enter, wenn ja.</translation>
    </message>
    <message>
        <source>{} repetitions with {} {}? Press Enter again if so, or write {}.</source>
        <translation>{} Wiederholungen mit {} {}? Drück noch einmal Enter, wenn ja, oder schreib {}.</translation>
    </message>
    <message>
        <source>Repeat last session</source>
        <translation>Letzte Einheit wiederholen</translation>
    </message>
    <message>
        <source>Log what is planned</source>
        <translation>Geplantes eintragen</translation>
    </message>
    <message>
        <source>Delete set</source>
        <translation>Satz löschen</translation>
    </message>
    <message>
        <source>Edit session note</source>
        <translation>Notiz der Einheit ändern</translation>
    </message>
    <message>
        <source>Note symptoms</source>
        <translation>Beschwerden notieren</translation>
    </message>
    <message>
        <source>Change bodyweight</source>
        <translation>Körpergewicht ändern</translation>
    </message>
    <message>
        <source>Change equipment</source>
        <translation>Gerät ändern</translation>
    </message>
    <message>
        <source>Strength test</source>
        <translation>Krafttest</translation>
    </message>
    <message>
        <source>Which load? Write it after the repetitions, as in 8 × 60.</source>
        <translation>Welche Last? Schreib sie hinter die Wiederholungen, wie in 8 × 60.</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Symptoms saved.</source>
        <translation>Beschwerden gespeichert.</translation>
    </message>
    <message>
        <source>Equipment changed.</source>
        <translation>Gerät geändert.</translation>
    </message>
    <message>
        <source>Strength test saved.</source>
        <translation>Krafttest gespeichert.</translation>
    </message>
</context>
<context>
    <name>DamageDialog</name>
    <message>
        <source>The log is damaged</source>
        <translation>Das Protokoll ist beschädigt</translation>
    </message>
    <message>
        <source>{} is no longer as it was written: a disk, a cable or another program has changed it. It is kept as it is, whatever you choose.</source>
        <translation>{} ist nicht mehr so, wie es geschrieben wurde: Ein Datenträger, ein Kabel oder ein anderes Programm hat es verändert. Es bleibt erhalten, wie es ist, was immer du wählst.</translation>
    </message>
    <message>
        <source>Looking for what is left</source>
        <translation>Suche nach dem, was noch da ist</translation>
    </message>
    <message>
        <source>&amp;Restore the newest backup</source>
        <translation>Neueste Sicherung &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Re&amp;cover what can be read</source>
        <translation>&amp;Lesbares retten</translation>
    </message>
    <message>
        <source>&amp;Open another log…</source>
        <translation>Anderes Protokoll ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>&amp;Restore the backup of {}</source>
        <translation>Sicherung vom {} &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>There is no sound backup beside the log.</source>
        <translation>Neben dem Protokoll liegt keine unversehrte Sicherung.</translation>
    </message>
    <message>
        <source>Nothing can be read any more.</source>
        <translation>Es ist nichts mehr lesbar.</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Bodyweight of the day</source>
        <translation>Körpergewicht des Tages</translation>
    </message>
    <message>
        <source>Bodyweight</source>
        <translation>Körpergewicht</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Equipment of the day</source>
        <translation>Gerät des Tages</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>new session</source>
        <translation>neue Einheit</translation>
    </message>
    <message>
        <source>Standing sets lift the body too: without it they have no estimate.</source>
        <translation>Stehende Sätze heben auch den Körper: Ohne sein Gewicht gibt es für sie keine Schätzung.</translation>
    </message>
    <message>
        <source>Weighed on {}</source>
        <translation>Gewogen am {}</translation>
    </message>
    <message>
        <source>As last weighed; type to weigh in today</source>
        <translation>Wie zuletzt gewogen; tippe, um das Gewicht von heute einzutragen</translation>
    </message>
    <message>
        <source>Bodyweight is a number, as in 70.5.</source>
        <translation>Das Körpergewicht ist eine Zahl, wie 70,5.</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Nicht genannt</translation>
    </message>
    <message>
        <source>New equipment…</source>
        <translation>Neues Gerät…</translation>
    </message>
    <message>
        <source>New equipment</source>
        <translation>Neues Gerät</translation>
    </message>
    <message>
        <source>Machine, bar or step for {}:</source>
        <translation>Maschine, Stange oder Stufe für „{}“:</translation>
    </message>
    <message>
        <source>Move this session to</source>
        <translation>Diese Einheit verschieben auf</translation>
    </message>
    <message>
        <source>Session on another day</source>
        <translation>Einheit an einem anderen Tag</translation>
    </message>
    <message>
        <source>Previous session</source>
        <translation>Vorige Einheit</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation>Nächste Einheit</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>New log</source>
        <translation>Neues Protokoll</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Soleus logs (*{})</source>
        <translation>Soleus-Protokolle (*{})</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>This log is in memory alone: there is no file to put a backup in place of.</source>
        <translation>Dieses Protokoll ist nur im Arbeitsspeicher: Es gibt keine Datei, an deren Stelle eine Sicherung treten könnte.</translation>
    </message>
    <message>
        <source>This log can only be read: another program gave its tables other rules ({}), which could refuse what you enter or delete something with it. “soleus recover” makes a log with those of Soleus.</source>
        <translation>Dieses Protokoll lässt sich nur lesen: Ein anderes Programm hat seinen Tabellen andere Regeln gegeben ({}), die ablehnen könnten, was du eingibst, oder etwas mitlöschen. „soleus recover“ macht daraus ein Protokoll mit denen von Soleus.</translation>
    </message>
    <message>
        <source>The log was put back.</source>
        <translation>Das Protokoll wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>How the figures are made</source>
        <translation>Wie die Werte entstehen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Soleus</source>
        <translation>Über Soleus</translation>
    </message>
    <message>
        <source>Soleus</source>
        <translation>Soleus</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>Nicht gespeichert:</translation>
    </message>
    <message>
        <source>Backed up to {}.</source>
        <translation>Gesichert in {}.</translation>
    </message>
    <message>
        <source>The log was put back. As it was until now it is kept as “{}”; File ▸ Restore… lists it.</source>
        <translation>Das Protokoll wurde wiederhergestellt. Der bisherige Stand ist als „{}“ aufbewahrt; Datei ▸ Wiederherstellen… führt ihn auf.</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>This log can only be read: another program put a trigger into it ({}), which would change what you enter. Soleus does not run it. “soleus recover” makes a log without it.</source>
        <translation>Dieses Protokoll lässt sich nur lesen: Ein anderes Programm hat einen Trigger hineingesetzt ({}), der verändern würde, was du eingibst. Soleus führt ihn nicht aus. „soleus recover“ macht daraus ein Protokoll ohne ihn.</translation>
    </message>
    <message>
        <source>Show &amp;program log</source>
        <translation>&amp;Programmmeldungen anzeigen</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>Take the file’s</source>
        <translation>Aus der Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Bodyweight</source>
        <translation>Körpergewicht</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>keine Notiz</translation>
    </message>
    <message>
        <source>{} not noted</source>
        <translation>{} nicht notiert</translation>
    </message>
</context>
<context>
    <name>DraftSaver</name>
    <message>
        <source>The set that this belongs to was deleted meanwhile.</source>
        <translation>Der Satz, zu dem das gehört, wurde inzwischen gelöscht.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>This was deleted meanwhile. Enter saves yours all the same, Escape drops it.</source>
        <translation>Das wurde inzwischen gelöscht. Enter speichert deines trotzdem, Escape verwirft es.</translation>
    </message>
    <message>
        <source>Meanwhile this became “{}”. Enter saves yours instead, Escape keeps that.</source>
        <translation>Inzwischen steht hier „{}“. Enter speichert stattdessen deines, Escape lässt es so.</translation>
    </message>
    <message>
        <source>This was changed meanwhile. Enter saves yours instead, Escape shows what is there.</source>
        <translation>Das wurde inzwischen geändert. Enter speichert stattdessen deines, Escape zeigt, was dort steht.</translation>
    </message>
</context>
<context>
    <name>EventsDialog</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>Change event</source>
        <translation>Ereignis ändern</translation>
    </message>
    <message>
        <source>Remove event</source>
        <translation>Ereignis entfernen</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>nicht notiert</translation>
    </message>
    <message>
        <source>a few words</source>
        <translation>ein paar Worte</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Bein</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Marked in the charts, in the calendar and in the report.</source>
        <translation>In den Diagrammen, im Kalender und im Bericht markiert.</translation>
    </message>
    <message>
        <source>empty: it goes on</source>
        <translation>leer: dauert an</translation>
    </message>
    <message>
        <source>empty: that day alone</source>
        <translation>leer: nur dieser Tag</translation>
    </message>
</context>
<context>
    <name>ExerciseCard</name>
    <message>
        <source>straight</source>
        <translation>gestreckt</translation>
    </message>
    <message>
        <source>bent</source>
        <translation>gebeugt</translation>
    </message>
    <message>
        <source>Knee straight or bent</source>
        <translation>Knie gestreckt oder gebeugt</translation>
    </message>
    <message>
        <source>Last time {}. Enter takes a grey value over.</source>
        <translation>Zuletzt {}. Enter übernimmt graue Werte.</translation>
    </message>
    <message>
        <source>First time: type 8+20 for 8 with 20 {} beside the body.</source>
        <translation>Zum ersten Mal: tippe 8+20 für 8 mit 20 {} zusätzlich zum Körper.</translation>
    </message>
    <message>
        <source>Saved. 8 alone keeps the load. Enter on an empty cell goes to {}.</source>
        <translation>Gespeichert. 8 allein behält die Last. Enter auf einer leeren Zelle geht zu „{}“.</translation>
    </message>
    <message>
        <source>Last time {}.</source>
        <translation>Zuletzt {}.</translation>
    </message>
    <message>
        <source>Not saved: {}</source>
        <translation>Nicht gespeichert: {}</translation>
    </message>
    <message>
        <source>First time: type 8x60, or a hold as 45s 60; Enter goes on.</source>
        <translation>Zum ersten Mal: tippe 8x60, Halten als 45s 60; Enter geht weiter.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>File shown</source>
        <translation>Gezeigte Datei</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Nothing in these days: the file will hold its headings alone.</source>
        <translation>Nichts in diesen Tagen: Die Datei wird nur ihre Überschriften enthalten.</translation>
    </message>
    <message>
        <source>In that folder, {} will be replaced.</source>
        <translation>In diesem Ordner wird ersetzt: {}.</translation>
    </message>
    <message>
        <source>The file will be called {}.</source>
        <translation>Die Datei wird {} heißen.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saved: {}, in {}</source>
        <translation>Gespeichert: {}, in {}</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written by halves.</source>
        <translation>Abgebrochen: Nichts wurde halb geschrieben.</translation>
    </message>
</context>
<context>
    <name>ExportFields</name>
    <message>
        <source>Separate files</source>
        <translation>Einzelne Dateien</translation>
    </message>
    <message>
        <source>One .zip</source>
        <translation>Eine .zip</translation>
    </message>
    <message>
        <source>Whole log as JSON</source>
        <translation>Alles als JSON</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon, with decimal comma</source>
        <translation>Semikolon, mit Dezimalkomma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Unit of loads</source>
        <translation>Einheit der Lasten</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>{} (empty)</source>
        <translation>{} (leer)</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
</context>
<context>
    <name>FigurePage</name>
    <message>
        <source>Escape leaves full screen</source>
        <translation>Escape beendet das Vollbild</translation>
    </message>
    <message>
        <source>F11 full screen</source>
        <translation>F11 Vollbild</translation>
    </message>
</context>
<context>
    <name>FileDifferences</name>
    <message>
        <source>Take the file’s of &amp;all; what is not ticked stays</source>
        <translation>Für &amp;alle die Werte der Datei nehmen; ohne Haken bleibt es, wie es ist</translation>
    </message>
    <message>
        <source>What the log has otherwise</source>
        <translation>Was im Protokoll anders steht</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Type 8x60 in the framed cell for 8 repetitions with 60 {}.</source>
        <translation>Tippe 8x60 in die umrandete Zelle: 8 Wiederholungen mit 60 {}.</translation>
    </message>
    <message>
        <source>Standing sets lift the body too:</source>
        <translation>Stehend hebst du den Körper mit:</translation>
    </message>
    <message>
        <source>Enter bodyweight</source>
        <translation>Körpergewicht eintragen</translation>
    </message>
    <message>
        <source>From Strong, Hevy, FitNotes, a watch:</source>
        <translation>Aus Strong, Hevy, FitNotes, von einer Uhr:</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>To see what comes of it:</source>
        <translation>Um zu sehen, was daraus wird:</translation>
    </message>
    <message>
        <source>Open a made-up year</source>
        <translation>Erfundenes Jahr öffnen</translation>
    </message>
</context>
<context>
    <name>ForceRatioCard</name>
    <message>
        <source>Peak force, seated : standing</source>
        <translation>Maximalkraft sitzend : stehend</translation>
    </message>
    <message>
        <source>laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>isometric, of one day · {} · dotted: {}</source>
        <translation>isometrisch, am selben Tag · {} · gepunktet: {}</translation>
    </message>
</context>
<context>
    <name>FullFigure</name>
    <message>
        <source>Rest timer over the whole window</source>
        <translation>Pausentimer über das ganze Fenster</translation>
    </message>
</context>
<context>
    <name>GoalsCard</name>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Goals…</source>
        <translation>Ziele…</translation>
    </message>
    <message>
        <source>Add, change and remove goals ({})</source>
        <translation>Ziele hinzufügen, ändern und entfernen ({})</translation>
    </message>
    <message>
        <source>None yet: a strength, heel raises or a difference agreed with the physio.</source>
        <translation>Noch keine: eine Kraft, Wadenheben oder ein Seitenunterschied, wie mit der Physio vereinbart.</translation>
    </message>
</context>
<context>
    <name>GoalsDialog</name>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Add goal</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Change goal</source>
        <translation>Ziel ändern</translation>
    </message>
    <message>
        <source>Remove goal</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>heel raises, repetitions</source>
        <translation>Wadenheben, Wiederholungen</translation>
    </message>
    <message>
        <source>legs apart, less than %</source>
        <translation>Seitenunterschied, unter %</translation>
    </message>
    <message>
        <source>as agreed with the physio</source>
        <translation>wie mit der Physio vereinbart</translation>
    </message>
    <message>
        <source>optional, as {}</source>
        <translation>freiwillig, wie {}</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Bein</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>estimate, × bodyweight</source>
        <translation>Schätzung, × Körpergewicht</translation>
    </message>
    <message>
        <source>A target is a number, not “{}”.</source>
        <translation>Ein Zielwert ist eine Zahl, nicht „{}“.</translation>
    </message>
    <message>
        <source>a measurement</source>
        <translation>eine Messung</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Set your own goals, or those of your physio. The charts show them as lines.</source>
        <translation>Trag deine eigenen Ziele ein oder die deiner Physio. Die Diagramme zeigen sie als Linien.</translation>
    </message>
</context>
<context>
    <name>HeelRaiseCard</name>
    <message>
        <source>straight</source>
        <translation>gestreckt</translation>
    </message>
    <message>
        <source>bent</source>
        <translation>gebeugt</translation>
    </message>
    <message>
        <source>Knee straight or bent</source>
        <translation>Knie gestreckt oder gebeugt</translation>
    </message>
    <message>
        <source>Heel-raise test</source>
        <translation>Wadenhebetest</translation>
    </message>
    <message>
        <source>Test each leg to its end: Session ▸ Heel-raise test.</source>
        <translation>Teste jedes Bein, bis nichts mehr geht: Einheit ▸ Wadenhebetest.</translation>
    </message>
    <message>
        <source>repetitions · {} · veil: what repeats differ by</source>
        <translation>Wiederholungen · {} · Schleier: so weit weichen wiederholte Tests voneinander ab</translation>
    </message>
</context>
<context>
    <name>HeelRaiseDialog</name>
    <message>
        <source>Heel-raise test</source>
        <translation>Wadenhebetest</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Heel raises to the end, one leg at a time</source>
        <translation>Wadenheben, bis nichts mehr geht, ein Bein nach dem anderen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Begin the {} leg</source>
        <translation>Bein {} beginnen</translation>
    </message>
    <message>
        <source>The {} leg</source>
        <translation>Bein {}</translation>
    </message>
    <message>
        <source>It has ended</source>
        <translation>Es ist zu Ende</translation>
    </message>
    <message>
        <source>The {} leg has ended</source>
        <translation>Bein {} ist zu Ende</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Two minutes of rest</source>
        <translation>Zwei Minuten Pause</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Heel-raise test saved.</source>
        <translation>Wadenhebetest gespeichert.</translation>
    </message>
    <message>
        <source>Throw this test away?</source>
        <translation>Diesen Test verwerfen?</translation>
    </message>
    <message>
        <source>What was counted is not saved yet, and cannot be repeated today.</source>
        <translation>Was gezählt wurde, ist noch nicht gespeichert und lässt sich heute nicht wiederholen.</translation>
    </message>
    <message>
        <source>Keep testing</source>
        <translation>Weiter testen</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>HeelRaiseResultPage</name>
    <message>
        <source>Beside others</source>
        <translation>Im Vergleich zu anderen</translation>
    </message>
    <message>
        <source>Neither says what is right for one runner.</source>
        <translation>Keine sagt, was für eine einzelne Person richtig ist.</translation>
    </message>
    <message>
        <source>Left {} · Right {}</source>
        <translation>Links {} · Rechts {}</translation>
    </message>
</context>
<context>
    <name>HeelRaiseSetupPage</name>
    <message>
        <source>Stand on one leg, fingertips on a wall at shoulder height.</source>
        <translation>Stell dich auf ein Bein, die Fingerspitzen auf Schulterhöhe an der Wand.</translation>
    </message>
    <message>
        <source>Rise to full height each time: up on one beat, down on the next; 60 beats a minute are the protocol’s pace.</source>
        <translation>Heb dich jedes Mal ganz nach oben: auf einen Schlag hoch, auf den nächsten ab; 60 Schläge pro Minute sieht der Ablauf vor.</translation>
    </message>
    <message>
        <source>Stop when the heel no longer lifts, the pace is lost, knee or trunk give way, or the hands carry weight.</source>
        <translation>Hör auf, wenn die Ferse nicht mehr abhebt, der Takt verloren geht, Knie oder Rumpf nachgeben oder die Hände Gewicht tragen.</translation>
    </message>
    <message>
        <source>Rest two minutes, then the other leg.</source>
        <translation>Zwei Minuten Pause, dann das andere Bein.</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>gestreckt</translation>
    </message>
    <message>
        <source>bent about 45°</source>
        <translation>etwa 45° gebeugt</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>wedge of 10°</source>
        <translation>Keil mit 10°</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>Schläge pro Minute</translation>
    </message>
    <message>
        <source>the space bar</source>
        <translation>die Leertaste</translation>
    </message>
    <message>
        <source>the beat, each time it says down</source>
        <translation>der Takt, jedes Mal bei „ab“</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>First leg</source>
        <translation>Erstes Bein</translation>
    </message>
    <message>
        <source>Standing on</source>
        <translation>Untergrund</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Gezählt durch</translation>
    </message>
    <message>
        <source>The leg that was second last time goes first.</source>
        <translation>Das Bein, das letztes Mal das zweite war, beginnt.</translation>
    </message>
    <message>
        <source>Protocol: Sleeswijk Visser 2025, Braz J Phys Ther.</source>
        <translation>Ablauf: Sleeswijk Visser 2025, Braz J Phys Ther.</translation>
    </message>
    <message>
        <source>{} repetitions a minute</source>
        <translation>{} Wiederholungen pro Minute</translation>
    </message>
</context>
<context>
    <name>HistoryDelegate</name>
    <message>
        <source>Date of the session</source>
        <translation>Datum der Einheit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Edit note</source>
        <translation>Notiz ändern</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Search: 2026-03 seated pain&gt;3</source>
        <translation>Suche: 2026-03 sitzend pain&gt;3</translation>
    </message>
    <message>
        <source>Search sessions</source>
        <translation>Einheiten suchen</translation>
    </message>
    <message>
        <source>Words of notes, equipment and exercises; days as 12 Mar 2026 or 2026-03;
pain&gt;3, reps&gt;=10, kg&gt;60, rir=0, hold&gt;30; note:achilles; event:race;
since:injury, since:visit, since:2026-03. More under F1.</source>
        <translation>Wörter aus Notizen, Geräten und Übungen; Tage wie 12. März 2026 oder 2026-03;
pain&gt;3, reps&gt;=10, kg&gt;60, rir=0, hold&gt;30; note:achilles; event:wettkampf;
since:verletzung, since:physio, since:2026-03. Mehr unter F1.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected sessions with their sets</source>
        <translation>Ausgewählte Einheiten mit ihren Sätzen löschen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Sessions come here as soon as their first set is logged ({}).</source>
        <translation>Hier stehen Einheiten, sobald ihr erster Satz eingetragen ist ({}).</translation>
    </message>
    <message>
        <source>No session matches “{}”. Escape shows all {} again.</source>
        <translation>Keine Einheit passt zu „{}“. Esc zeigt wieder alle {}.</translation>
    </message>
    <message>
        <source>Delete what was noted on {}</source>
        <translation>Notiertes vom {} löschen</translation>
    </message>
    <message>
        <source>What was noted on {} is deleted.</source>
        <translation>Notiertes vom {} gelöscht.</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Sessions</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>&amp;Open	Enter</source>
        <translation>Ö&amp;ffnen	Enter</translation>
    </message>
    <message>
        <source>Edit &amp;note	F2</source>
        <translation>&amp;Notiz ändern	F2</translation>
    </message>
    <message>
        <source>&amp;Move to another day</source>
        <translation>Auf einen anderen &amp;Tag verschieben</translation>
    </message>
    <message>
        <source>&amp;Sort by this column</source>
        <translation>Nach dieser Spalte &amp;sortieren</translation>
    </message>
    <message>
        <source>&amp;Delete	Del</source>
        <translation>&amp;Löschen	Entf</translation>
    </message>
</context>
<context>
    <name>HoldsCard</name>
    <message>
        <source>Load that was held</source>
        <translation>Gehaltene Last</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>seconds held · {}</source>
        <translation>gehaltene Sekunden · {}</translation>
    </message>
    <message>
        <source>Hold a load still, as in 45s 60: the seconds become a line for each leg.</source>
        <translation>Halte eine Last still, wie in 45s 60: Die Sekunden werden zu einer Linie je Bein.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Was übernommen wird</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Datei zum Importieren</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>Noch keine Datei gewählt</translation>
    </message>
    <message>
        <source>{}, read as {}: {}</source>
        <translation>{}, gelesen als {}: {}</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Andere wählen…</translation>
    </message>
    <message>
        <source>Answer the question above to see what would come in.</source>
        <translation>Beantworte die Frage oben, um zu sehen, was übernommen würde.</translation>
    </message>
    <message>
        <source>Left out ({})</source>
        <translation>Ausgelassen ({})</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Nichts Neues.</translation>
    </message>
    <message>
        <source>Nothing to take in.</source>
        <translation>Nichts zu übernehmen.</translation>
    </message>
    <message>
        <source>{}, {}.</source>
        <translation>{}, {}.</translation>
    </message>
    <message>
        <source>Entries that are new here.</source>
        <translation>Einträge, die hier neu sind.</translation>
    </message>
    <message>
        <source>{}, {} to {}.</source>
        <translation>{}, {} bis {}.</translation>
    </message>
    <message>
        <source>Already there: {}.</source>
        <translation>Schon da: {}.</translation>
    </message>
    <message>
        <source>“{}” was read as {}.</source>
        <translation>„{}“ wurde als {} gelesen.</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} und {} weitere</translation>
    </message>
    <message>
        <source>Columns not read: {}.</source>
        <translation>Nicht gelesene Spalten: {}.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Deleted here, and left out: {}.</source>
        <translation>Hier gelöscht und weggelassen: {}.</translation>
    </message>
    <message>
        <source>Choose &amp;columns…</source>
        <translation>&amp;Spalten wählen…</translation>
    </message>
    <message>
        <source>Say what each column of the file means</source>
        <translation>Sag, was jede Spalte der Datei bedeutet</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Differs ({})</source>
        <translation>Weicht ab ({})</translation>
    </message>
    <message>
        <source>Strong, Hevy, FitNotes, Liftosaur, LiftLog, Flexify, GymBook, FastNFitness, Fitbod, JEFIT, StrongLifts, Lyfta, Alpha Progression, Strava, Garmin, Intervals.icu, Apple Health, openScale, files of Soleus, text of dated sets, and any table or workbook whose columns you choose; archives (.zip, .gz) are opened. Nothing is changed before you press Import, and one undo takes it back.</source>
        <translation>Strong, Hevy, FitNotes, Liftosaur, LiftLog, Flexify, GymBook, FastNFitness, Fitbod, JEFIT, StrongLifts, Lyfta, Alpha Progression, Strava, Garmin, Intervals.icu, Apple Health, openScale, Dateien von Soleus, Text aus Tagen und Sätzen und jede Tabelle oder Arbeitsmappe, deren Spalten du wählst; Archive (.zip, .gz) werden geöffnet. Nichts ändert sich, bevor du „Importieren“ drückst, und ein „Rückgängig“ nimmt alles zurück.</translation>
    </message>
</context>
<context>
    <name>ImportSession</name>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Import {} from {}</source>
        <translation>{} aus {} importieren</translation>
    </message>
    <message>
        <source>Imported {} from {}.</source>
        <translation>{} aus {} importiert.</translation>
    </message>
</context>
<context>
    <name>LeftOutModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Differs in {}: this log’s was kept</source>
        <translation>Weicht ab in {}: der Eintrag dieses Protokolls blieb</translation>
    </message>
    <message>
        <source>Differs in {}: the other log’s was edited later, and is taken</source>
        <translation>Weicht ab in {}: der Eintrag des anderen Protokolls wurde später geändert und wird übernommen</translation>
    </message>
    <message>
        <source>Deleted here, edited or needed there since: comes back</source>
        <translation>Hier gelöscht, dort seither geändert oder gebraucht: kommt zurück</translation>
    </message>
    <message>
        <source>Two machines logged one number: it is set {} now</source>
        <translation>Zwei Rechner haben dieselbe Nummer vergeben: jetzt Satz {}</translation>
    </message>
    <message>
        <source>Deleted there, edited or needed here since: stays</source>
        <translation>Dort gelöscht, hier seither geändert oder gebraucht: bleibt</translation>
    </message>
</context>
<context>
    <name>LiftPage</name>
    <message>
        <source>To full height, until no further repetition is possible. Then type how many there were.</source>
        <translation>Bis ganz nach oben, bis keine weitere Wiederholung mehr geht. Gib dann ein, wie viele es waren.</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Load, {}</source>
        <translation>Gewicht, {}</translation>
    </message>
    <message>
        <source>With this load nothing would be lifted.</source>
        <translation>Mit diesem Gewicht würde nichts gehoben.</translation>
    </message>
    <message>
        <source>How many repetitions were there?</source>
        <translation>Wie viele Wiederholungen waren es?</translation>
    </message>
    <message>
        <source>How many repetitions? Enter a whole number, not “{}”.</source>
        <translation>Wie viele Wiederholungen? Gib eine ganze Zahl ein, nicht „{}“.</translation>
    </message>
</context>
<context>
    <name>ListedDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This is listed already.</source>
        <translation>Das steht schon in der Liste.</translation>
    </message>
</context>
<context>
    <name>LoadField</name>
    <message>
        <source>Which load? Enter a number, such as 60.</source>
        <translation>Welches Gewicht? Gib eine Zahl ein, zum Beispiel 60.</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>A note about this session</source>
        <translation>Eine Notiz zu dieser Einheit</translation>
    </message>
    <message>
        <source>Note of the session</source>
        <translation>Notiz der Einheit</translation>
    </message>
    <message>
        <source>This set is being written: put its reserve behind it, as in 8x60 r2.</source>
        <translation>Dieser Satz wird gerade geschrieben: Setz die Reserve dahinter, etwa 8x60 r2.</translation>
    </message>
    <message>
        <source>Deleted {}.</source>
        <translation>{} gelöscht.</translation>
    </message>
    <message>
        <source>Saved, estimate {}</source>
        <translation>Gespeichert, Schätzung {}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>Logbook</name>
    <message>
        <source>Put back what was saved here</source>
        <translation>Hier Gespeichertes zurückholen</translation>
    </message>
    <message>
        <source>Undone: {}.</source>
        <translation>Rückgängig gemacht: {}.</translation>
    </message>
    <message>
        <source>Done again: {}.</source>
        <translation>Wiederholt: {}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{} – Soleus</source>
        <translation>{} – Soleus</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Nothing to copy: select cells first.</source>
        <translation>Nichts zu kopieren: Wähle zuerst Zellen aus.</translation>
    </message>
    <message>
        <source>Nothing to copy: this session has no sets yet.</source>
        <translation>Nichts zu kopieren: Diese Einheit hat noch keine Sätze.</translation>
    </message>
    <message>
        <source>Nothing to paste: copy sets first.</source>
        <translation>Nichts einzufügen: Kopiere zuerst Sätze.</translation>
    </message>
    <message>
        <source>Nothing to repeat.</source>
        <translation>Nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Nothing to delete: select sets or sessions first.</source>
        <translation>Nichts zu löschen: Wähle zuerst Sätze oder Einheiten aus.</translation>
    </message>
    <message>
        <source>No set waits for its reserve.</source>
        <translation>Kein Satz wartet auf seine Reserve.</translation>
    </message>
    <message>
        <source>No rest runs.</source>
        <translation>Es läuft keine Pause.</translation>
    </message>
    <message>
        <source>There is no earlier session.</source>
        <translation>Es gibt keine frühere Einheit.</translation>
    </message>
    <message>
        <source>There is no later session.</source>
        <translation>Es gibt keine spätere Einheit.</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch (englisch)</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
</context>
<context>
    <name>MeasuredCard</name>
    <message>
        <source>Note what you measure: Session ▸ Take measurements.</source>
        <translation>Notiere, was du misst: Einheit ▸ Messungen.</translation>
    </message>
</context>
<context>
    <name>MeasurementCard</name>
    <message>
        <source>veil: {}</source>
        <translation>Schleier: {}</translation>
    </message>
    <message>
        <source>{} ({} × bodyweight)</source>
        <translation>{} ({} × Körpergewicht)</translation>
    </message>
</context>
<context>
    <name>MeasurementsDialog</name>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Note measurement</source>
        <translation>Messung notieren</translation>
    </message>
    <message>
        <source>Delete measurement</source>
        <translation>Messung löschen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Its unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>Eingabe in</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>as “Grip strength”</source>
        <translation>etwa „Griffkraft“</translation>
    </message>
    <message>
        <source>as “kg”; may stay empty</source>
        <translation>etwa „kg“; kann leer bleiben</translation>
    </message>
    <message>
        <source>Of several trials, as 412 431 420, the best counts. Empty deletes a value.</source>
        <translation>Von mehreren Versuchen, etwa 412 431 420, zählt der beste. Ein leeres Feld löscht den Wert.</translation>
    </message>
    <message>
        <source>Noted before</source>
        <translation>Bisher notiert</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Etwas anderes…</translation>
    </message>
    <message>
        <source>A value is a number, not “{}”.</source>
        <translation>Ein Wert ist eine Zahl, nicht „{}“.</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>Gib einen Wert ein.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Far&amp;bschema</translation>
    </message>
    <message>
        <source>&amp;Range of Progress</source>
        <translation>&amp;Zeitraum des Fortschritts</translation>
    </message>
    <message>
        <source>No log opened yet</source>
        <translation>Noch kein Protokoll geöffnet</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {}</source>
        <translation>&amp;Rückgängig: {}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {}</source>
        <translation>&amp;Wiederholen: {}</translation>
    </message>
</context>
<context>
    <name>MorningCard</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Pain this morning, {}, 0 to 10</source>
        <translation>Schmerz heute Morgen, {}, 0 bis 10</translation>
    </message>
    <message>
        <source>Stiffness this morning, {}, minutes</source>
        <translation>Steifigkeit heute Morgen, {}, Minuten</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>Schmerz</translation>
    </message>
    <message>
        <source>stiff, min</source>
        <translation>steif, min</translation>
    </message>
    <message>
        <source>Where it hurt:</source>
        <translation>Wo es wehtat:</translation>
    </message>
    <message>
        <source>The morning after {}: how was it?</source>
        <translation>Der Morgen nach {}: wie war er?</translation>
    </message>
    <message>
        <source>Where it hurt this morning, {}</source>
        <translation>Wo es heute Morgen wehtat, {}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>MorningPlace</name>
    <message>
        <source>Nothing to answer yet: this is asked on the morning after a session.</source>
        <translation>Noch nichts zu beantworten: Gefragt wird am Morgen nach einer Einheit.</translation>
    </message>
</context>
<context>
    <name>MorningQuestion</name>
    <message>
        <source>Note next morning</source>
        <translation>Morgen danach notieren</translation>
    </message>
    <message>
        <source>Answers about the morning saved.</source>
        <translation>Antworten zum Morgen gespeichert.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Done with</source>
        <translation>Gemacht mit</translation>
    </message>
    <message>
        <source>Exercises in the file</source>
        <translation>Übungen in der Datei</translation>
    </message>
    <message>
        <source>⚠ {} ({})</source>
        <translation>⚠ {} ({})</translation>
    </message>
    <message>
        <source>What {} is</source>
        <translation>Was „{}“ ist</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Which legs did {}</source>
        <translation>Welche Beine „{}“ gemacht haben</translation>
    </message>
    <message>
        <source>as each line says</source>
        <translation>je nach Zeile</translation>
    </message>
    <message>
        <source>both at once</source>
        <translation>beide zugleich</translation>
    </message>
    <message>
        <source>each leg</source>
        <translation>jedes Bein</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>left and right in turn</source>
        <translation>links und rechts im Wechsel</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Bitte wählen</translation>
    </message>
</context>
<context>
    <name>NoPlanCard</name>
    <message>
        <source>No plan runs</source>
        <translation>Kein Plan läuft</translation>
    </message>
    <message>
        <source>Write your own plan…</source>
        <translation>Eigenen Plan schreiben…</translation>
    </message>
    <message>
        <source>Choose a plan…</source>
        <translation>Plan wählen…</translation>
    </message>
    <message>
        <source>A plan says what is due on which day. Take one of five templates, each shown with its source and what to agree with the physio before it is taken, or write down your own. What is due then stands in grey on the Log page, Enter takes it over, and this page shows what was done of it. Nothing raises a load by itself.</source>
        <translation>Ein Plan sagt, was an welchem Tag ansteht. Übernimm eine von fünf Vorlagen, jede mit ihrer Quelle und dem, was vorher mit der Physio zu vereinbaren ist, oder schreib deinen eigenen auf. Was ansteht, steht dann in Grau auf der Seite Protokoll, Enter übernimmt es, und diese Seite zeigt, was davon gemacht wurde. Von selbst steigt keine Last.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Soleus</source>
        <translation>Soleus</translation>
    </message>
</context>
<context>
    <name>NumbersModel</name>
    <message>
        <source>Week of</source>
        <translation>Woche vom</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>OneWindow</name>
    <message>
        <source>{} is open in another window, which has come to the front.</source>
        <translation>{} ist in einem anderen Fenster offen, das jetzt vorn steht.</translation>
    </message>
</context>
<context>
    <name>OpenQuestions</name>
    <message>
        <source>The day is first</source>
        <translation>Der Tag steht zuerst</translation>
    </message>
    <message>
        <source>The month is first</source>
        <translation>Der Monat steht zuerst</translation>
    </message>
    <message>
        <source>Unit of loads</source>
        <translation>Einheit der Lasten</translation>
    </message>
    <message>
        <source>Unit of distances</source>
        <translation>Einheit der Strecken</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>Kilometer</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Meilen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Bodyweight</source>
        <translation>Körpergewicht</translation>
    </message>
    <message>
        <source>Distances are in</source>
        <translation>Strecken sind in</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Bitte wählen</translation>
    </message>
    <message>
        <source>Dates like {}: what is first?</source>
        <translation>Tage wie {}: was steht zuerst?</translation>
    </message>
    <message>
        <source>The highest load is {}: in which unit?</source>
        <translation>Die höchste Last ist {}: in welcher Einheit?</translation>
    </message>
    <message>
        <source>Kilograms ({} lb)</source>
        <translation>Kilogramm ({} lb)</translation>
    </message>
    <message>
        <source>Pounds ({} kg)</source>
        <translation>Pfund ({} kg)</translation>
    </message>
    <message>
        <source>Take from this log</source>
        <translation>Aus diesem Protokoll nehmen</translation>
    </message>
    <message>
        <source>Bodyweight in {}</source>
        <translation>Körpergewicht in {}</translation>
    </message>
    <message>
        <source>A bodyweight is {} to {}.</source>
        <translation>Ein Körpergewicht liegt zwischen {} und {}.</translation>
    </message>
    <message>
        <source>Which table?</source>
        <translation>Welche Tabelle?</translation>
    </message>
    <message>
        <source>First set of each exercise</source>
        <translation>Erster Satz jeder Übung</translation>
    </message>
    <message>
        <source>A work set</source>
        <translation>Ein Arbeitssatz</translation>
    </message>
    <message>
        <source>A warm-up</source>
        <translation>Ein Aufwärmsatz</translation>
    </message>
    <message>
        <source>First set of each exercise and leg</source>
        <translation>Erster Satz je Übung und Bein</translation>
    </message>
    <message>
        <source>The year is first</source>
        <translation>Das Jahr steht zuerst</translation>
    </message>
    <message>
        <source>First in a date</source>
        <translation>Zuerst im Datum</translation>
    </message>
</context>
<context>
    <name>OtherCopies</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Anzeigen…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>OtherPlansCard</name>
    <message>
        <source>Other plans</source>
        <translation>Andere Pläne</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Use again…</source>
        <translation>Erneut übernehmen…</translation>
    </message>
</context>
<context>
    <name>PaceLight</name>
    <message>
        <source>up</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>Takt</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>The pages as they will be</source>
        <translation>Die Seiten, wie sie werden</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Als PDF &amp;speichern…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker geschickt.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what to do</source>
        <translation>Tipp, was du tun willst</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>No command matches.</source>
        <translation>Kein Befehl passt.</translation>
    </message>
</context>
<context>
    <name>PartsChoice</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Name, year of birth, formula, bands, bodyweights, goals</source>
        <translation>Name, Geburtsjahr, Formel, Bereiche, Körpergewichte, Ziele</translation>
    </message>
    <message>
        <source>Sessions, sets with their equipment, symptoms, measurements, tests, runs, events</source>
        <translation>Einheiten, Sätze mit ihren Geräten, Beschwerden, Messungen, Tests, Läufe, Ereignisse</translation>
    </message>
</context>
<context>
    <name>PartsTree</name>
    <message>
        <source>Parts of the plan</source>
        <translation>Teile des Plans</translation>
    </message>
</context>
<context>
    <name>PeriodField</name>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
</context>
<context>
    <name>PhaseFields</name>
    <message>
        <source>by week</source>
        <translation>nach Woche</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>as 2-5</source>
        <translation>wie 2-5</translation>
    </message>
    <message>
        <source>what is to be met first, in words</source>
        <translation>was vorher erfüllt sein soll</translation>
    </message>
    <message>
        <source>as 2026-11-24, more with commas</source>
        <translation>wie 2026-11-24, mehrere mit Komma</translation>
    </message>
    <message>
        <source>days of the week</source>
        <translation>Wochentage</translation>
    </message>
    <message>
        <source>every so many hours</source>
        <translation>alle so viele Stunden</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <source>Begun on</source>
        <translation>Begonnen am</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>24 every day, 12 twice a day, 48 every other day</source>
        <translation>24 jeden Tag, 12 zweimal am Tag, 48 jeden zweiten Tag</translation>
    </message>
    <message>
        <source>Write the weeks as 3 or as 2-5, not “{}”.</source>
        <translation>Schreib die Wochen als 3 oder als 2-5, nicht „{}“.</translation>
    </message>
    <message>
        <source>Enter a number of hours, not “{}”.</source>
        <translation>Gib eine Zahl von Stunden ein, nicht „{}“.</translation>
    </message>
</context>
<context>
    <name>PhasesCard</name>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
</context>
<context>
    <name>PhasesView</name>
    <message>
        <source>now, since {}</source>
        <translation>jetzt, seit {}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Nothing planned yet.</source>
        <translation>Noch nichts geplant.</translation>
    </message>
</context>
<context>
    <name>PlanBook</name>
    <message>
        <source>In these weeks {} runs, and one plan runs at a time.</source>
        <translation>In diesen Wochen läuft „{}“, und es läuft immer nur ein Plan.</translation>
    </message>
    <message>
        <source>Another phase has weeks {}–{} on the same days, and phases never add up.</source>
        <translation>Eine andere Phase hat die Wochen {}–{} an denselben Tagen, und Phasen addieren sich nie.</translation>
    </message>
    <message>
        <source>That is no day of the plan.</source>
        <translation>Das ist kein Tag des Plans.</translation>
    </message>
    <message>
        <source>On that day phase {} runs anyway.</source>
        <translation>An diesem Tag läuft Phase {} ohnehin.</translation>
    </message>
    <message>
        <source>Begin phase {}</source>
        <translation>Phase {} beginnen</translation>
    </message>
    <message>
        <source>Stop plan {}</source>
        <translation>Plan „{}“ beenden</translation>
    </message>
    <message>
        <source>Delete plan {}</source>
        <translation>Plan „{}“ löschen</translation>
    </message>
    <message>
        <source>Base percentages on today’s maximum</source>
        <translation>Prozente auf das heutige Maximum beziehen</translation>
    </message>
    <message>
        <source>Plan {} deleted.</source>
        <translation>Plan {} gelöscht.</translation>
    </message>
    <message>
        <source>Use plan {}</source>
        <translation>Plan {} übernehmen</translation>
    </message>
</context>
<context>
    <name>PlanEditor</name>
    <message>
        <source>Edit plan</source>
        <translation>Plan bearbeiten</translation>
    </message>
    <message>
        <source>Add phase</source>
        <translation>Neue Phase</translation>
    </message>
    <message>
        <source>Add sets</source>
        <translation>Neue Sätze</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Pfeil auf</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Pfeil ab</translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation>Plan ändern</translation>
    </message>
    <message>
        <source>Change phase</source>
        <translation>Phase ändern</translation>
    </message>
    <message>
        <source>Change planned sets</source>
        <translation>Geplante Sätze ändern</translation>
    </message>
    <message>
        <source>A change counts for the whole plan, the weeks gone by included. To change only what comes, take the plan again from a later day. {} undoes.</source>
        <translation>Eine Änderung gilt für den ganzen Plan, auch für vergangene Wochen. Um nur Künftiges zu ändern, übernimm den Plan noch einmal ab einem späteren Tag. {} macht rückgängig.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Planned sets</source>
        <translation>Geplante Sätze</translation>
    </message>
    <message>
        <source>Add planned sets</source>
        <translation>Geplante Sätze hinzufügen</translation>
    </message>
    <message>
        <source>Remove phase</source>
        <translation>Phase entfernen</translation>
    </message>
    <message>
        <source>Remove planned sets</source>
        <translation>Geplante Sätze entfernen</translation>
    </message>
    <message>
        <source>Move phase</source>
        <translation>Phase verschieben</translation>
    </message>
    <message>
        <source>Move planned sets</source>
        <translation>Geplante Sätze verschieben</translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>as 2026-11-24</source>
        <translation>wie 2026-11-24</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Starts on</source>
        <translation>Beginnt am</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Enter a number of weeks, not “{}”.</source>
        <translation>Gib eine Zahl von Wochen ein, nicht „{}“.</translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Save for a calendar</source>
        <translation>Für einen Kalender speichern</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>No plan runs: choose one on the Plan page.</source>
        <translation>Es läuft kein Plan: Wähle einen auf der Seite Plan.</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Gespeichert als {}.</translation>
    </message>
    <message>
        <source>Nothing is due in the coming weeks.</source>
        <translation>In den kommenden Wochen ist nichts fällig.</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Look at templates, begin your own, or repeat one</source>
        <translation>Vorlagen ansehen, einen eigenen Plan beginnen oder einen wiederholen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>No plan runs: choose one first.</source>
        <translation>Es läuft kein Plan: Wähle zuerst einen.</translation>
    </message>
    <message>
        <source>Choose another plan…</source>
        <translation>Anderen Plan wählen…</translation>
    </message>
</context>
<context>
    <name>PlanPreview</name>
    <message>
        <source>Source: {}</source>
        <translation>Quelle: {}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>None is validated for calf raises: an estimate,
from RIR 0 to 3 and at most 12 reps with them.</source>
        <translation>Keine ist für Wadenheben validiert: eine Schätzung
aus RIR 0 bis 3 und mit ihnen höchstens 12 Wdh.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Dieses Programm</translation>
    </message>
    <message>
        <source>Rest in seconds</source>
        <translation>Pause in Sekunden</translation>
    </message>
    <message>
        <source>This log</source>
        <translation>Dieses Protokoll</translation>
    </message>
    <message>
        <source>Bands of this log</source>
        <translation>Bereiche dieses Protokolls</translation>
    </message>
    <message>
        <source>Usual range, below %</source>
        <translation>Üblich, unter %</translation>
    </message>
    <message>
        <source>Marked, above %</source>
        <translation>Deutlich, über %</translation>
    </message>
    <message>
        <source>Pain, lowest band to</source>
        <translation>Schmerz gering, bis</translation>
    </message>
    <message>
        <source>Pain, middle band to</source>
        <translation>Schmerz mittel, bis</translation>
    </message>
    <message>
        <source>The runner</source>
        <translation>Über dich</translation>
    </message>
    <message>
        <source>Bodyweight today</source>
        <translation>Körpergewicht heute</translation>
    </message>
    <message>
        <source>Name, for the report</source>
        <translation>Name, für den Bericht</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Year and sex are optional, for norms only.</source>
        <translation>Beide freiwillig, nur für Normwerte.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>Change preferences</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Preferences saved.</source>
        <translation>Einstellungen gespeichert.</translation>
    </message>
    <message>
        <source>Formula of the estimate</source>
        <translation>Formel der Schätzung</translation>
    </message>
    <message>
        <source>Enter a year, such as 1985, not “{}”.</source>
        <translation>Gib ein Jahr ein, wie 1985, nicht „{}“.</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Nothing in this range. Choose a longer one, or All.</source>
        <translation>Nichts in diesem Zeitraum. Wähle einen längeren oder „Alles“.</translation>
    </message>
    <message>
        <source>no value on this day</source>
        <translation>kein Wert an diesem Tag</translation>
    </message>
    <message>
        <source>last: {}</source>
        <translation>zuletzt: {}</translation>
    </message>
    <message>
        <source>goal {}</source>
        <translation>Ziel {}</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Range of time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>Quick entry: seated 3x8@60 left rir2</source>
        <translation>Schnelleingabe: sitzend 3x8@60 links rir2</translation>
    </message>
    <message>
        <source>Quick entry</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>Reading of the quick entry</source>
        <translation>Wie die Schnelleingabe gelesen wird</translation>
    </message>
    <message>
        <source>each leg</source>
        <translation>jedes Bein</translation>
    </message>
</context>
<context>
    <name>RatioCard</name>
    <message>
        <source>Soleus – gastrocnemius</source>
        <translation>Soleus – Gastrocnemius</translation>
    </message>
    <message>
        <source>seated : standing, estimated · {}</source>
        <translation>sitzend : stehend, geschätzt · {}</translation>
    </message>
    <message>
        <source> · veil: ± of the line</source>
        <translation> · Schleier: ± der Linie</translation>
    </message>
    <message>
        <source>Log seated and standing sets of one leg with what was left in reserve, and your bodyweight.</source>
        <translation>Trag sitzende und stehende Sätze eines Beins mit dem ein, was in Reserve blieb, und dein Körpergewicht.</translation>
    </message>
</context>
<context>
    <name>RecentLine</name>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>Strength test…</source>
        <translation>Krafttest…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Not before a week from now</source>
        <translation>Frühestens in einer Woche</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report for the physio</source>
        <translation>Bericht für die Physio</translation>
    </message>
    <message>
        <source>Note to the physio</source>
        <translation>Nachricht an die Physio</translation>
    </message>
    <message>
        <source>What you want to tell: it stands on the first page.</source>
        <translation>Was du mitteilen willst: Es steht auf der ersten Seite.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Calf strength {}.pdf</source>
        <translation>Wadenkraft {}.pdf</translation>
    </message>
    <message>
        <source>Nothing was logged in these days.
Sets, symptoms, measurements and heel-raise tests fill the report: choose other days.</source>
        <translation>In diesen Tagen wurde nichts protokolliert.
Sätze, Beschwerden, Messungen und Wadenhebetests füllen den Bericht: Wähle andere Tage.</translation>
    </message>
</context>
<context>
    <name>ReportDocument</name>
    <message>
        <source>The report could not be printed: the printer did not begin.</source>
        <translation>Der Bericht konnte nicht gedruckt werden: Der Drucker hat nicht begonnen.</translation>
    </message>
</context>
<context>
    <name>Rescuer</name>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
</context>
<context>
    <name>ReserveStrip</name>
    <message>
        <source>Reserve of the last sets: {}</source>
        <translation>Reserve der letzten Sätze: {}</translation>
    </message>
    <message>
        <source>Reserve: {}</source>
        <translation>Reserve: {}</translation>
    </message>
    <message>
        <source>{} {} {}, in reserve?</source>
        <translation>{} {} {}, in Reserve?</translation>
    </message>
    <message>
        <source>Set {} {}, in reserve?</source>
        <translation>Satz {} {}, in Reserve?</translation>
    </message>
    <message>
        <source>{} {}: reserve?</source>
        <translation>{} {}: Reserve?</translation>
    </message>
    <message>
        <source>{} or more in reserve</source>
        <translation>{} oder mehr in Reserve</translation>
    </message>
    <message>
        <source>{} in reserve</source>
        <translation>{} in Reserve</translation>
    </message>
</context>
<context>
    <name>RestFields</name>
    <message>
        <source>0 for no timer</source>
        <translation>0: keine Pausenuhr</translation>
    </message>
    <message>
        <source>Rest in seconds, {}</source>
        <translation>Pause in Sekunden, {}</translation>
    </message>
</context>
<context>
    <name>RestPage</name>
    <message>
        <source>Seconds of rest left: {}</source>
        <translation>Sekunden Pause übrig: {}</translation>
    </message>
    <message>
        <source>Rest. The {} leg is next; Enter begins it.</source>
        <translation>Pause. Als Nächstes das Bein {}; Enter beginnt.</translation>
    </message>
    <message>
        <source>The rest is over. Enter begins the {} leg.</source>
        <translation>Die Pause ist vorbei. Enter beginnt mit dem Bein {}.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The log as it is now is kept in this list, and can be restored the same way. Backups lie in the folder “{} backups” beside the log.</source>
        <translation>Das Protokoll, wie es jetzt ist, bleibt in dieser Liste erhalten und lässt sich ebenso wiederherstellen. Sicherungen liegen neben dem Protokoll im Ordner „{} backups“.</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made by itself on each day the log changes.</source>
        <translation>Es gibt noch keine Sicherung. An jedem Tag, an dem sich das Protokoll ändert, entsteht eine von selbst.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>RunningCard</name>
    <message>
        <source>Say that another phase begins; nothing moves on by itself</source>
        <translation>Sagen, dass eine andere Phase beginnt; nichts geht von selbst weiter</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the plan with yesterday; what was done of it stays</source>
        <translation>Den Plan mit dem gestrigen Tag beenden; was davon gemacht wurde, bleibt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Remove the plan; what was logged stays</source>
        <translation>Den Plan entfernen; was eingetragen wurde, bleibt</translation>
    </message>
    <message>
        <source>Base percentages on today’s maximum</source>
        <translation>Prozente auf das heutige Maximum beziehen</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Quelle: {}</translation>
    </message>
    <message>
        <source>Begin another phase…</source>
        <translation>Andere Phase beginnen…</translation>
    </message>
    <message>
        <source>Begin phase {}…</source>
        <translation>Phase {} beginnen…</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send to the watch</source>
        <translation>An die Uhr senden</translation>
    </message>
    <message>
        <source>Save the file, connect the watch by its cable, and put the file into the folder GARMIN ▸ NewFiles. Or upload it by hand where the app of the watch takes workouts. What the watch recorded then comes back with File ▸ Import: exercise and leg are known by the steps, and it counts as what was planned.</source>
        <translation>Speichere die Datei, schließ die Uhr mit dem Kabel an und leg die Datei in den Ordner GARMIN ▸ NewFiles. Oder lade sie von Hand hoch, wo die App der Uhr Trainings annimmt. Was die Uhr aufzeichnet, kommt mit Datei ▸ Importieren zurück: Übung und Bein sagen die Schritte, und es zählt als das Geplante.</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>Datei speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Nothing is planned on that day.</source>
        <translation>An dem Tag ist nichts geplant.</translation>
    </message>
    <message>
        <source>Save the file for the watch</source>
        <translation>Datei für die Uhr speichern</translation>
    </message>
    <message>
        <source>Workouts (*{})</source>
        <translation>Trainings (*{})</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Session bar</source>
        <translation>Leiste der Einheit</translation>
    </message>
    <message>
        <source>Since the first set of this session</source>
        <translation>Seit dem ersten Satz dieser Einheit</translation>
    </message>
    <message>
        <source>rest is over</source>
        <translation>Pause vorbei</translation>
    </message>
    <message>
        <source>Start the rest</source>
        <translation>Pause starten</translation>
    </message>
    <message>
        <source>15 seconds longer</source>
        <translation>15 Sekunden länger</translation>
    </message>
    <message>
        <source>+15 s</source>
        <translation>+15 s</translation>
    </message>
    <message>
        <source>End the rest; it is not noted</source>
        <translation>Pause beenden; sie wird nicht notiert</translation>
    </message>
    <message>
        <source> / min</source>
        <translation> / min</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>Schläge pro Minute</translation>
    </message>
    <message>
        <source>Start the metronome</source>
        <translation>Metronom starten</translation>
    </message>
    <message>
        <source>Click on each beat</source>
        <translation>Klick bei jedem Schlag</translation>
    </message>
    <message>
        <source>Session {} min</source>
        <translation>Einheit {} min</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Pause the rest</source>
        <translation>Pause anhalten</translation>
    </message>
    <message>
        <source>Stop the metronome</source>
        <translation>Metronom anhalten</translation>
    </message>
    <message>
        <source>{} of rest have passed.</source>
        <translation>{} Pause sind vergangen.</translation>
    </message>
    <message>
        <source>The rest is over</source>
        <translation>Die Pause ist vorbei</translation>
    </message>
    <message>
        <source>Resume the rest</source>
        <translation>Pause fortsetzen</translation>
    </message>
    <message>
        <source>get ready, {}</source>
        <translation>bereit machen, {}</translation>
    </message>
    <message>
        <source>hold, {}</source>
        <translation>halten, {}</translation>
    </message>
    <message>
        <source>End the hold</source>
        <translation>Das Halten beenden</translation>
    </message>
    <message>
        <source>Break off; nothing is noted</source>
        <translation>Abbrechen; nichts wird notiert</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
</context>
<context>
    <name>SetDelegate</name>
    <message>
        <source>Repetitions × load</source>
        <translation>Wiederholungen × Last</translation>
    </message>
</context>
<context>
    <name>SetForm</name>
    <message>
        <source>Reps in reserve</source>
        <translation>Wdh. in Reserve</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>nicht notiert</translation>
    </message>
    <message>
        <source>Type of set</source>
        <translation>Art des Satzes</translation>
    </message>
    <message>
        <source>Pain during the set, 0 to 10</source>
        <translation>Schmerz beim Satz, 0 bis 10</translation>
    </message>
    <message>
        <source>Tempo: raise, top, lower, bottom in seconds</source>
        <translation>Tempo: heben, oben, senken, unten in Sekunden</translation>
    </message>
    <message>
        <source>{}, s</source>
        <translation>{}, s</translation>
    </message>
    <message>
        <source>Note of the set</source>
        <translation>Notiz zum Satz</translation>
    </message>
    <message>
        <source>Seconds that each repetition was held still</source>
        <translation>Sekunden, die jede Wiederholung still gehalten wurde</translation>
    </message>
    <message>
        <source>as 3-0-3-0</source>
        <translation>wie 3-0-3-0</translation>
    </message>
</context>
<context>
    <name>SetPanel</name>
    <message>
        <source>Set details</source>
        <translation>Satzdetails</translation>
    </message>
    <message>
        <source>Select a set to note reserve, type, tempo, pain or a word about it.</source>
        <translation>Wähle einen Satz, um Reserve, Art, Tempo, Schmerz oder ein Wort dazu zu notieren.</translation>
    </message>
    <message>
        <source>Estimate {}</source>
        <translation>Schätzung {}</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>mindestens {}</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
</context>
<context>
    <name>SetTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Delete	Del</source>
        <translation>&amp;Löschen	Entf</translation>
    </message>
</context>
<context>
    <name>SetTableModel</name>
    <message>
        <source>Set {}, {}</source>
        <translation>Satz {}, {}</translation>
    </message>
    <message>
        <source>{}: empty</source>
        <translation>{}: leer</translation>
    </message>
    <message>
        <source>A block of {} × {} does not fit: from here there is room for {} × {}.</source>
        <translation>Ein Block von {} × {} passt nicht: Von hier aus ist Platz für {} × {}.</translation>
    </message>
    <message>
        <source>planned {}</source>
        <translation>geplant {}</translation>
    </message>
    <message>
        <source>last time {}</source>
        <translation>letztes Mal {}</translation>
    </message>
    <message>
        <source>{}: {}, not saved. {}</source>
        <translation>{}: {}, nicht gespeichert. {}</translation>
    </message>
    <message>
        <source>{}: proposed, planned {}, load not known</source>
        <translation>{}: Vorschlag, geplant {}, Last nicht bekannt</translation>
    </message>
    <message>
        <source>{}: {}, saved</source>
        <translation>{}: {}, gespeichert</translation>
    </message>
    <message>
        <source>{}: proposed, {}</source>
        <translation>{}: Vorschlag, {}</translation>
    </message>
</context>
<context>
    <name>SetsFields</name>
    <message>
        <source>raise-top-lower-bottom, as 3-0-3-0</source>
        <translation>heben-oben-senken-unten, wie 3-0-3-0</translation>
    </message>
    <message>
        <source>as 2:30, or in seconds</source>
        <translation>wie 2:30 oder in Sekunden</translation>
    </message>
    <message>
        <source>repetitions in reserve</source>
        <translation>Wiederholungen in Reserve</translation>
    </message>
    <message>
        <source>as eccentric</source>
        <translation>wie exzentrisch</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Bein</translation>
    </message>
    <message>
        <source>Sets × reps</source>
        <translation>Sätze × Wdh.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>RIR</source>
        <translation>RIR</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What the load is a figure of</source>
        <translation>Worauf sich die Last bezieht</translation>
    </message>
    <message>
        <source>as 3x10, 3x10-15 or 5x45s</source>
        <translation>wie 3x10, 3x10-15 oder 5x45s</translation>
    </message>
    <message>
        <source>Write sets and repetitions as 3x10, 3x10-15 or 5x45s, not “{}”.</source>
        <translation>Schreib Sätze und Wiederholungen wie 3x10, 3x10-15 oder 5x45s, nicht „{}“.</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Session sheet</source>
        <translation>Bogen für die Einheit</translation>
    </message>
    <message>
        <source>Nothing is planned today, and nothing was done before: choose a plan.</source>
        <translation>Heute ist nichts geplant, und es gibt noch keine Einheit: Wähle einen Plan.</translation>
    </message>
    <message>
        <source>Session sheet {}.pdf</source>
        <translation>Bogen {}.pdf</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Soleus</source>
        <translation>Soleus</translation>
    </message>
    <message>
        <source>The log could not be opened</source>
        <translation>Das Protokoll lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Open another log…</source>
        <translation>Anderes Protokoll ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;New log…</source>
        <translation>&amp;Neues Protokoll…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Open “{}”, the log before</source>
        <translation>„{}“ öffnen, das Protokoll davor</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>New log</source>
        <translation>Neues Protokoll</translation>
    </message>
    <message>
        <source>Soleus logs (*{})</source>
        <translation>Soleus-Protokolle (*{})</translation>
    </message>
</context>
<context>
    <name>StopPage</name>
    <message>
        <source>Worst pain, 0 to 10</source>
        <translation>Stärkster Schmerz, 0 bis 10</translation>
    </message>
    <message>
        <source>It ended because</source>
        <translation>Ende durch</translation>
    </message>
    <message>
        <source>where it was measured</source>
        <translation>falls gemessen</translation>
    </message>
</context>
<context>
    <name>StrengthCard</name>
    <message>
        <source>load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>× bodyweight</source>
        <translation>× Körpergewicht</translation>
    </message>
    <message>
        <source>Scale of strength</source>
        <translation>Maßstab der Kraft</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Kraft</translation>
    </message>
    <message>
        <source>{} goal</source>
        <translation>Ziel {}</translation>
    </message>
    <message>
        <source>estimate, {}</source>
        <translation>Schätzung, {}</translation>
    </message>
    <message>
        <source>Sets of both legs at once are work, and no leg’s strength. Log a set of one leg with up to {} repetitions: it begins this line.</source>
        <translation>Beidbeinige Sätze sind Umfang und sagen nichts über die Kraft eines Beins. Trag einen Satz eines Beins mit höchstens {} Wiederholungen ein: Damit beginnt diese Linie.</translation>
    </message>
    <message>
        <source>Enter your bodyweight on the Log page: this figure needs it.</source>
        <translation>Trag dein Körpergewicht auf der Seite Protokoll ein: Dieser Wert braucht es.</translation>
    </message>
    <message>
        <source>Log a set of one leg with up to {} repetitions: it begins this line.</source>
        <translation>Trag einen Satz eines Beins mit höchstens {} Wiederholungen ein: Damit beginnt diese Linie.</translation>
    </message>
    <message>
        <source> {}, estimated</source>
        <translation> {}, geschätzt</translation>
    </message>
    <message>
        <source>line: median of {} days, veil: its ±</source>
        <translation>Linie: Median von {} Tagen, Schleier: ihr ±</translation>
    </message>
    <message>
        <source>, in brackets the median</source>
        <translation>, in Klammern der Median</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>mindestens {}</translation>
    </message>
    <message>
        <source>{}: median</source>
        <translation>{}: Median</translation>
    </message>
    <message>
        <source>grey, dotted: events</source>
        <translation>grau, gepunktet: Ereignisse</translation>
    </message>
</context>
<context>
    <name>StrengthResultPage</name>
    <message>
        <source>Left and right</source>
        <translation>Links und rechts</translation>
    </message>
</context>
<context>
    <name>StrengthSetupPage</name>
    <message>
        <source>One set to failure for each leg, with a load for 6 to 10 repetitions. Three minutes of rest between the legs.</source>
        <translation>Mit jedem Bein ein Satz, bis nichts mehr geht, mit einem Gewicht für 6 bis 10 Wiederholungen. Drei Minuten Pause zwischen den Beinen.</translation>
    </message>
    <message>
        <source>Pain was up on the morning after the last session. A strength test is meant for when it has settled.</source>
        <translation>Am Morgen nach der letzten Einheit war der Schmerz erhöht. Ein Krafttest ist für die Zeit gedacht, in der er abgeklungen ist.</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht benannt</translation>
    </message>
    <message>
        <source>Load {}, {}</source>
        <translation>Gewicht {}, {}</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>First leg</source>
        <translation>Erstes Bein</translation>
    </message>
    <message>
        <source>Loads on other equipment do not compare: there the tests start afresh.</source>
        <translation>Lasten an anderem Gerät sind nicht vergleichbar: Dort beginnen die Tests von vorn.</translation>
    </message>
    <message>
        <source>The leg that was second last time goes first.</source>
        <translation>Das Bein, das letztes Mal das zweite war, beginnt.</translation>
    </message>
    <message>
        <source>Your bodyweight is not known: without it a standing test tells nothing. Note it on the Log page first.</source>
        <translation>Dein Körpergewicht ist nicht bekannt: Ohne es sagt ein Test im Stehen nichts. Trag es zuerst auf der Seite Protokoll ein.</translation>
    </message>
    <message>
        <source>Where no load is offered, nothing is known of that leg on this equipment yet: choose one for 6 to 10 repetitions.</source>
        <translation>Wo kein Gewicht vorgeschlagen ist, ist von dem Bein an diesem Gerät noch nichts bekannt: Wähle eines für 6 bis 10 Wiederholungen.</translation>
    </message>
    <message>
        <source>Offered is the load for about 8 repetitions, by each leg’s figure.</source>
        <translation>Vorgeschlagen ist das Gewicht für etwa 8 Wiederholungen, nach dem Wert jedes Beins.</translation>
    </message>
    <message>
        <source>With this load nothing would be lifted.</source>
        <translation>Mit diesem Gewicht würde nichts gehoben.</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>StrengthTestDialog</name>
    <message>
        <source>Strength test</source>
        <translation>Krafttest</translation>
    </message>
    <message>
        <source>Warm-up {} of {}</source>
        <translation>Aufwärmen {} von {}</translation>
    </message>
    <message>
        <source>To failure, one leg at a time</source>
        <translation>Bis nichts mehr geht, ein Bein nach dem anderen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>The {} leg to failure</source>
        <translation>Bein {}, bis nichts mehr geht</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Three minutes of rest</source>
        <translation>Drei Minuten Pause</translation>
    </message>
    <message>
        <source>Begin the {} leg</source>
        <translation>Bein {} beginnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Übers&amp;pringen</translation>
    </message>
    <message>
        <source>Save both legs</source>
        <translation>Beide Beine speichern</translation>
    </message>
    <message>
        <source>Save the {} leg</source>
        <translation>Bein {} speichern</translation>
    </message>
    <message>
        <source>Stop here?</source>
        <translation>Hier aufhören?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>&amp;Throw it away</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>The {} leg is next.</source>
        <translation>Als Nächstes das Bein {}.</translation>
    </message>
    <message>
        <source>The rest is over</source>
        <translation>Die Pause ist vorbei</translation>
    </message>
</context>
<context>
    <name>StrengthTile</name>
    <message>
        <source>Stronger than 3 months ago?</source>
        <translation>Stärker als vor 3 Monaten?</translation>
    </message>
    <message>
        <source>Needs figures of a leg, 8 or 12 weeks apart.</source>
        <translation>Braucht zwei Werte eines Beins, 8 oder 12 Wochen auseinander.</translation>
    </message>
</context>
<context>
    <name>SymptomsCard</name>
    <message>
        <source>next morning</source>
        <translation>am Morgen danach</translation>
    </message>
    <message>
        <source>during</source>
        <translation>dabei</translation>
    </message>
    <message>
        <source>all moments</source>
        <translation>alle Zeitpunkte</translation>
    </message>
    <message>
        <source>Moments of pain</source>
        <translation>Zeitpunkte des Schmerzes</translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation>Beschwerden</translation>
    </message>
    <message>
        <source>stiffness</source>
        <translation>Steifigkeit</translation>
    </message>
    <message>
        <source>pain, bands {} · {}</source>
        <translation>Schmerz, Bereiche {} · {}</translation>
    </message>
    <message>
        <source>stiff {} min</source>
        <translation>Steifigkeit {} min</translation>
    </message>
    <message>
        <source>{}, {}: smoothed</source>
        <translation>{}, {}: geglättet</translation>
    </message>
    <message>
        <source>Stiffness, {}, min</source>
        <translation>Steifigkeit, {}, min</translation>
    </message>
    <message>
        <source>Log what you feel before, during, after and on the next morning: Session ▸ Symptoms felt.</source>
        <translation>Notiere, was du vorher, dabei, danach und am nächsten Morgen spürst: Einheit ▸ Beschwerden.</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>{} min</translation>
    </message>
    <message>
        <source> · stiff: left up, right down</source>
        <translation> · steif: links nach oben, rechts nach unten</translation>
    </message>
</context>
<context>
    <name>SymptomsDialog</name>
    <message>
        <source>Pain: 0 is none, 10 the worst. – is not noted (arrow down from 0). Enter saves what is shown.</source>
        <translation>Schmerz: 0 = keiner, 10 = der stärkste. – = nicht notiert (Pfeil ab von 0). Enter speichert, was gezeigt ist.</translation>
    </message>
    <message>
        <source>How was {}?</source>
        <translation>Wie war {}?</translation>
    </message>
    <message>
        <source>Pain {}</source>
        <translation>Schmerz {}</translation>
    </message>
    <message>
        <source>Stiffness that morning, minutes</source>
        <translation>Steifigkeit an dem Morgen, Minuten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation>Beschwerden</translation>
    </message>
</context>
<context>
    <name>TableFoot</name>
    <message>
        <source>Enter bodyweight</source>
        <translation>Körpergewicht eintragen</translation>
    </message>
    <message>
        <source>Standing also lifts your body: without your bodyweight there is no estimate.</source>
        <translation>Stehend hebst du auch den Körper: ohne dein Körpergewicht gibt es keine Schätzung.</translation>
    </message>
</context>
<context>
    <name>TakePlanDialog</name>
    <message>
        <source>Own plan</source>
        <translation>Eigener Plan</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Own plan, from nothing</source>
        <translation>Eigener Plan, ganz neu</translation>
    </message>
    <message>
        <source>{} again
{}</source>
        <translation>{} noch einmal
{}</translation>
    </message>
    <message>
        <source>each leg</source>
        <translation>jedes Bein</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>nur links</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>nur rechts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Starts on</source>
        <translation>Beginnt am</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>Beine</translation>
    </message>
    <message>
        <source>Stops {}, one plan runs at a time.</source>
        <translation>Beendet {}: Es läuft immer nur ein Plan.</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>Plan wählen</translation>
    </message>
    <message>
        <source>Use plan</source>
        <translation>Plan übernehmen</translation>
    </message>
    <message>
        <source>{}
from a file</source>
        <translation>{}
aus einer Datei</translation>
    </message>
    <message>
        <source>Against {}, which runs:</source>
        <translation>Gegenüber {}, der läuft:</translation>
    </message>
    <message>
        <source>It says the same as {}, which runs.</source>
        <translation>Er sagt dasselbe wie {}, der läuft.</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Go to the chart</source>
        <translation>Zum Diagramm</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Left – right, seated</source>
        <translation>Links – rechts, sitzend</translation>
    </message>
    <message>
        <source>Left – right, standing</source>
        <translation>Links – rechts, stehend</translation>
    </message>
    <message>
        <source>Seated : standing</source>
        <translation>Sitzend : stehend</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Log it</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Today, {}</source>
        <translation>Heute, {}</translation>
    </message>
    <message>
        <source>Nothing planned today. Next: {}.</source>
        <translation>Heute ist nichts geplant. Als Nächstes: {}.</translation>
    </message>
    <message>
        <source>Nothing planned today, nor on a later day.</source>
        <translation>Heute ist nichts geplant, auch an keinem späteren Tag.</translation>
    </message>
    <message>
        <source>{} times:</source>
        <translation>{}-mal:</translation>
    </message>
    <message>
        <source>Send to the watch…</source>
        <translation>An die Uhr senden…</translation>
    </message>
    <message>
        <source>Go to the Log page ({})</source>
        <translation>Zur Seite Protokoll ({})</translation>
    </message>
    <message>
        <source>Write what is due as a workout that a watch leads through</source>
        <translation>Schreibt, was ansteht, als Training, durch das die Uhr führt</translation>
    </message>
</context>
<context>
    <name>ToldLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>UnknownWords</name>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Heißt</translation>
    </message>
    <message>
        <source>Words that are not known</source>
        <translation>Unbekannte Wörter</translation>
    </message>
    <message>
        <source>What {} means</source>
        <translation>Was {} heißt</translation>
    </message>
    <message>
        <source>not known: left out</source>
        <translation>unbekannt: ausgelassen</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>einen Monat</translation>
    </message>
    <message>
        <source>a kind of sport</source>
        <translation>eine Sportart</translation>
    </message>
    <message>
        <source>a leg</source>
        <translation>ein Bein</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>a type of set</source>
        <translation>eine Satzart</translation>
    </message>
    <message>
        <source>an exercise</source>
        <translation>eine Übung</translation>
    </message>
    <message>
        <source>running</source>
        <translation>Laufen</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>both at once</source>
        <translation>beide zugleich</translation>
    </message>
    <message>
        <source>each leg</source>
        <translation>jedes Bein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>drop set</source>
        <translation>Dropsatz</translation>
    </message>
    <message>
        <source>to failure</source>
        <translation>bis zum Versagen</translation>
    </message>
    <message>
        <source>a rest, no set</source>
        <translation>eine Pause, kein Satz</translation>
    </message>
    <message>
        <source>a note, no set</source>
        <translation>eine Notiz, kein Satz</translation>
    </message>
</context>
<context>
    <name>UnsavedLine</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Not saved yet: {}</source>
        <translation>Noch nicht gespeichert: {}</translation>
    </message>
</context>
<context>
    <name>WarmUpPage</name>
    <message>
        <source>Enter notes this warm-up for both legs; skipped, it is not noted.</source>
        <translation>Enter notiert dieses Aufwärmen für beide Beine; übersprungen wird es nicht notiert.</translation>
    </message>
    <message>
        <source>No load is lighter: warm up with ten raises on both legs.</source>
        <translation>Kein Gewicht ist leichter: Wärm dich mit zehnmal Heben auf beiden Beinen auf.</translation>
    </message>
    <message>
        <source>First ten raises on both legs, then one leg at a time:</source>
        <translation>Zuerst zehnmal auf beiden Beinen heben, dann ein Bein nach dem anderen:</translation>
    </message>
    <message>
        <source>One leg at a time, easily:</source>
        <translation>Ein Bein nach dem anderen, locker:</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>hard sets</source>
        <translation>harte Sätze</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Measure of work</source>
        <translation>Maß des Umfangs</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>reps × system load a week, {}</source>
        <translation>Wdh. × bewegte Last pro Woche, {}</translation>
    </message>
    <message>
        <source>hard sets a week, left and right of one number as one</source>
        <translation>harte Sätze pro Woche, links und rechts einer Nummer als einer</translation>
    </message>
    <message>
        <source>running, {}</source>
        <translation>Laufen, {}</translation>
    </message>
    <message>
        <source>{}, mean of {} weeks</source>
        <translation>{}, Mittel aus {} Wochen</translation>
    </message>
    <message>
        <source>Log any set: each week gets a bar. Runs that are imported become a line.</source>
        <translation>Trag irgendeinen Satz ein: Jede Woche bekommt einen Balken. Importierte Läufe werden eine Linie.</translation>
    </message>
    <message>
        <source>{} run</source>
        <translation>{} gelaufen</translation>
    </message>
    <message>
        <source>no hard set</source>
        <translation>kein harter Satz</translation>
    </message>
    <message>
        <source>{}, {} planned</source>
        <translation>{}, geplant {}</translation>
    </message>
    <message>
        <source>week of {}: {}</source>
        <translation>Woche vom {}: {}</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>time under tension in holds a week, minutes</source>
        <translation>Spannungszeit im Halten je Woche, Minuten</translation>
    </message>
    <message>
        <source>{} min held</source>
        <translation>{} min gehalten</translation>
    </message>
</context>
<context>
    <name>YearCalendar</name>
    <message>
        <source>no session</source>
        <translation>keine Einheit</translation>
    </message>
    <message>
        <source>no hard set</source>
        <translation>kein harter Satz</translation>
    </message>
    <message>
        <source>Calendar of {}</source>
        <translation>Kalender {}</translation>
    </message>
    <message>
        <source>, pain {} of 10</source>
        <translation>, Schmerz {} von 10</translation>
    </message>
    <message>
        <source>, stiffness</source>
        <translation>, Steifigkeit</translation>
    </message>
    <message>
        <source>, {}</source>
        <translation>, {}</translation>
    </message>
</context>
</TS>
